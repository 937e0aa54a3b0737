"""What every x86-64 processor of the last ten years computes alike: for `os.environ`, before numpy, scipy or jax load.

They choose their instructions by the processor, and of sums that differ in their last digit other weights come out.
"""

PROCESSOR = {
    "OMP_NUM_THREADS": "1",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    "OPENBLAS_CORETYPE": "Haswell",
    "XLA_FLAGS": "--xla_cpu_max_isa=AVX2 --xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
}

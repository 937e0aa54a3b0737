"""The second reading: plain signs that outweigh the judge's doubt."""

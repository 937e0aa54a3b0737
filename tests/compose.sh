#!/usr/bin/env bash
# The whole round with docker compose: the stack comes up, takes text, HTML and JSON from the host and from a container,
# gives events and rejects, survives a worker's death and a stop in mid-work without losing or repeating anything, and
# keeps its data from one start to the next.
#
#   bash tests/compose.sh        needs docker with compose, and python3; uses a project, a port and an image tag of its
#                                own and removes them at the end. BACKLOG (1000) is how many articles it works through.
#
# The host's side of the round uses kcat, or $COPYDESK (.venv/bin/copydesk) where there is no kcat.
set -Eeuo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=copydesk-test-$$
backlog=${BACKLOG:-1000}
samples=services/copydesk/samples
copydesk=${COPYDESK:-.venv/bin/copydesk}
scratch=$(mktemp -d)
step="starting"
KAFKA_PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export KAFKA_PORT IMAGE_TAG=test-$$
# What a person has exported for the command line of the host is not for the host's side of this round.
unset "${!COPYDESK_@}"

compose() { docker compose --project-name "$project" "$@"; }
cli() { compose run --rm -T cli "$@" 2>>"$scratch/stderr"; }
ids() { compose ps --all --quiet "$1"; }
say() { step=$*; printf '[%3d s] %s\n' "$SECONDS" "$step"; }
fail() { echo "FAILED: $step: $*" >&2; exit 1; }

finish() {
  local code=$?
  trap - EXIT
  if [ "$code" -ne 0 ]; then
    echo "-- the stack's last words:" >&2
    compose ps --all >&2 || true
    compose logs --no-color --tail 40 >&2 || true
    tail -20 "$scratch/stderr" >&2 || true
  fi
  compose --profile cli down --volumes --remove-orphans --timeout 10 >/dev/null 2>&1 || true
  docker image rm "copydesk:$IMAGE_TAG" >/dev/null 2>&1 || true
  rm -rf "$scratch"
  [ "$code" -eq 0 ] || echo "FAILED: $step" >&2
  exit "$code"
}
trap finish EXIT
trap 'fail "line $LINENO: $BASH_COMMAND"' ERR
trap 'exit 130' INT TERM

up() { compose up --detach --wait --wait-timeout 300 "$@" >"$scratch/up" 2>&1 || { cat "$scratch/up" >&2; fail "compose up"; }; }

until_true() { # seconds, command...: try it every half second
  local deadline=$((SECONDS + $1)); shift
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.5
  done
}

all_healthy() { [ "$(compose ps --quiet worker | xargs docker inspect --format '{{.State.Health.Status}}' | grep -c '^healthy$')" = 2 ]; }

events() { # how many to wait for: all events to $scratch/events, one JSON object a line
  cli tail --json --from-start --max "$1" --timeout 90 </dev/null >"$scratch/events" || fail "copydesk tail: exit code $?"
  # A repeat would come after; so look once more, for whatever there is.
  cli tail --json --from-start --timeout 10 </dev/null >"$scratch/events" || fail "copydesk tail: exit code $?"
}

check_events() { # how many there must be; reads $scratch/events
  python3 - "$1" "$scratch/events" <<'PYTHON' || fail "the events are not what they should be"
import collections, json, sys
wanted, name = int(sys.argv[1]), sys.argv[2]
with open(name, encoding="utf-8") as file:
    events = [json.loads(line) for line in file]
sources = collections.Counter((e["source"]["topic"], e["source"]["partition"], e["source"]["offset"]) for e in events)
repeated = [source for source, count in sources.items() if count > 1]
pushed = {e["source"].get("id") for e in events}
print(f"{len(events)} events of {len(sources)} records")
sys.exit(f"{len(sources)} records instead of {wanted}" if len(sources) != wanted else f"repeated: {repeated}" if repeated else 0)
PYTHON
}

body_has() { # text: exactly one event's body has it
  local found
  found=$(python3 -c 'import json, sys; print(sum(sys.argv[1] in json.loads(line)["body"]["text"] for line in sys.stdin))' "$1" <"$scratch/events")
  [ "$found" = 1 ] || fail "$found events instead of 1 have the text: $1"
}

articles() { # how many: JSON lines, each its own
  python3 - "$1" <<'PYTHON'
import json, sys
for number in range(int(sys.argv[1])):
    text = "\n\n".join(f"Paragraph {part} of article {number}: the harbour was open all night." for part in range(20))
    print(json.dumps({"id": f"compose-{number}", "site": "example.org", "title": f"Article {number}", "content": text, "clean": True}))
PYTHON
}

push_from_host() { # file
  if command -v kcat >/dev/null; then
    kcat -q -P -b "127.0.0.1:$KAFKA_PORT" -t news.article.raw.v1 "$1"
  elif [ -x "$copydesk" ]; then
    "$copydesk" push --bootstrap "127.0.0.1:$KAFKA_PORT" "$1" 2>>"$scratch/stderr"
  else
    fail "neither kcat nor $copydesk is on this host (make install)"
  fi
}

say "the stack comes up: docker compose up --build --wait"
docker compose version >/dev/null || fail "no docker compose"
docker info >/dev/null || fail "no Docker engine answers"
up --build
all_healthy || fail "not two healthy workers"
[ "$(docker inspect --format '{{.State.ExitCode}}' "$(ids topics)")" = 0 ] || fail "topics did not end with 0"
cli topics check </dev/null >/dev/null || fail "the topics are not as they should be"
docker image inspect --format "image: {{.Size}} bytes" "copydesk:$IMAGE_TAG"

say "the workers may do little: no root, no capabilities, a file system that is read-only, limits"
for id in $(ids worker); do
  confined=$(docker inspect --format '{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}' "$id")
  [ "$confined" = "true [ALL] [no-new-privileges:true]" ] || fail "read-only, capabilities, privileges: $confined"
  limits=$(docker inspect --format '{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}} {{.HostConfig.PidsLimit}}' "$id")
  [[ $limits =~ ^[1-9][0-9]*\ [1-9][0-9]*\ [1-9][0-9]*$ ]] || fail "memory, processors, processes: $limits"
  [ "$(docker exec "$id" id -u)" != 0 ] || fail "the worker runs as root"
  ! docker exec "$id" sh -c 'grep -q -v "^Cap[A-Za-z]*:[[:space:]]*0*$" <<X
$(grep ^Cap /proc/1/status)
X' || fail "the worker has capabilities"
  ! docker exec "$id" sh -c ': > /opt/copydesk/x' 2>/dev/null || fail "the file system can be written"
  docker exec "$id" sh -c ': > /tmp/x && rm /tmp/x' || fail "/tmp cannot be written"
done
docker exec "$(ids kafka)" sh -c '[ "$(id -u)" != 0 ]' || fail "Kafka runs as root"
docker port "$(ids kafka)" | grep -v '127\.0\.0\.1:' && fail "Kafka is published beyond loopback"

say "text, HTML and JSON from the host and from a container; one broken payload"
push_from_host "$samples/01-harbour-navigation.txt"
push_from_host "$samples/04-glacier-jsonld.html"
cli push - <"$samples/02-drought-furniture.txt"
cli push - <"$samples/05-library-plain.html"
cli push --format json - <"$samples/08-ferry-json.json"
push_from_host "$samples/10-broken-payload.json"
events 5
check_events 5
body_has "container ships that reach the Port of Rotterdam earlier"
body_has "the sirens sounded in a mountain village in the Swiss canton of Valais"
body_has "40,000 families in northern Kenya"
body_has "close the library in this Nebraska town"
body_has "The largest battery ship built so far"
cli rejects list </dev/null >"$scratch/rejects" || fail "copydesk rejects list: exit code $?"
cat "$scratch/rejects"
[ "$(grep -c news.article.raw.v1 "$scratch/rejects")" = 1 ] || fail "not one reject"

say "a clean stop in the middle of $backlog articles"
compose stop worker 2>>"$scratch/stderr"
articles "$backlog" | cli push --format jsonl -
compose start worker 2>>"$scratch/stderr"
cli tail --max 1 --timeout 60 </dev/null >/dev/null
compose stop worker 2>>"$scratch/stderr"
for id in $(ids worker); do
  code=$(docker inspect --format '{{.State.ExitCode}}' "$id")
  [ "$code" = 0 ] || fail "a stopped worker's exit code is $code"
done
echo "$(cli tail --json --from-start --timeout 10 </dev/null | wc -l) events when the workers had stopped"

say "kill -9 of a worker in the middle of the rest"
compose start worker 2>>"$scratch/stderr"
ids worker >"$scratch/workers"
read -r victim <"$scratch/workers"
cli tail --max 1 --timeout 60 </dev/null >/dev/null
# Process 1 is the container's init; the worker is its child.
docker exec "$victim" sh -c 'kill -9 $(cat /proc/1/task/1/children)'
until_true 60 sh -c "[ \$(docker inspect --format '{{.RestartCount}}' $victim) -ge 1 ]" || fail "the killed worker was not started again"
events $((backlog + 5))
check_events $((backlog + 5))
until_true 90 all_healthy || fail "the killed worker did not get well again"

say "a new start finds the data"
compose down 2>>"$scratch/stderr"
[ -z "$(ids kafka)" ] || fail "containers are left"
up
events $((backlog + 5))
check_events $((backlog + 5))

say "down --volumes leaves nothing"
compose --profile cli down --volumes 2>>"$scratch/stderr"
label=label=com.docker.compose.project=$project
for kind in container volume network; do
  case $kind in container) left=$(docker ps --all --quiet --filter "$label") ;; *) left=$(docker "$kind" ls --quiet --filter "$label") ;; esac
  [ -z "$left" ] || fail "a $kind is left: $left"
done
echo "compose: the whole round passed in $SECONDS s"

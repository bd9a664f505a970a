#!/bin/sh
# One home, several readers, one address: deploy/replicas.sh HOME [READERS] [PORT]
# The home answers those who sign in; each reader has nothing but the folder of releases. Needs nginx. Ends with Ctrl-C.
set -eu
home=$(cd "$1" && pwd)
readers=${2:-2}
port=${3:-4321}
trama=$(cd "$(dirname "$0")/.." && pwd)
state=$(mktemp -d)
pids=""
finish() {
  trap - EXIT INT TERM
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$state"
}
trap finish EXIT
trap 'exit 0' INT TERM

start() { # PORT HOME KEYS
  TRAMA_KEYS=$3 node "$trama/trama.js" serve --home "$2" --port "$1" ${TRAMA_ADDRESS:+--address "$TRAMA_ADDRESS"} &
  pids="$pids $!"
}

start $((port + 1)) "$home" "${TRAMA_KEYS:-$HOME/.config/trama/keys}"
servers=""
number=0
while [ "$number" -lt "$readers" ]; do
  number=$((number + 1))
  mkdir -p "$state/reader-$number"
  ln -s "$home/releases" "$state/reader-$number/releases"
  start $((port + 1 + number)) "$state/reader-$number" "$state/keys-$number"
  servers="$servers server 127.0.0.1:$((port + 1 + number));"
done
sed -e "s|#READERS|$servers|" -e "s|#HOME|server 127.0.0.1:$((port + 1));|" -e "s|#LISTEN|listen 127.0.0.1:$port;|" \
  "$trama/deploy/nginx.conf" > "$state/nginx.conf"

number=0
while [ "$number" -le "$readers" ]; do
  until node -e "fetch('http://127.0.0.1:$((port + 1 + number))/v1/health').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"; do sleep 1; done
  number=$((number + 1))
done
nginx -p "$state" -c "$state/nginx.conf" -g "daemon off;" &
pids="$pids $!"
echo "One address for $readers readers and the home: http://127.0.0.1:$port" >&2
wait

#!/bin/sh
# Prepares the demo's database: `demo.sh load [--people N]` once, `demo.sh reset` throws it away.
# A database that this script did not begin is never touched.
set -eu
var=${TELADAN_VAR:-var}
database=$var/teladan.sqlite3
begun=$var/.demo-begun
loaded=$var/.demo-loaded
teladan() { .venv/bin/python -m teladan.site.program "$@"; }

if [ -n "${TELADAN_DATABASE:-}" ]; then
    echo "The demo keeps its people in $database; unset TELADAN_DATABASE first." >&2
    exit 1
fi
if [ -e "$database" ] && [ ! -e "$begun" ]; then
    echo "$database was not made by \`make demo\`: it may hold a real facility and is left alone." >&2
    echo "Name another folder to try the demo: TELADAN_VAR=/tmp/teladan-demo make demo" >&2
    exit 1
fi

case $1 in
reset)
    rm -rf "$loaded" "$database" "$database-wal" "$database-shm" "$var/documents" "$var/demo-sign-ins.txt"
    ;;
load)
    shift
    mkdir -p "$var"
    touch "$begun"
    teladan messages --compile >/dev/null
    teladan migrate --verbosity 0
    if [ ! -e "$loaded" ]; then
        teladan demo "$@"
        touch "$loaded"
    fi
    ;;
esac

# For tests of wide indexes: . "$PALPATE_PROGRAM_TESTS/wide_lib.sh" after lib.sh or serve_lib.sh.

# apart INDEX COUNT: makes an index of its own of each shard of an index, in INDEX.0 and so on, as
# docs/SCALING.md says.
apart()
{
    generation=$(sed -n '1s,^auto \(.*\)/shard$,\1,p' "$1/XAPIANDB")
    shard=0
    while [ $shard -lt "$2" ]; do
        suffix=
        [ $shard = 0 ] || suffix=-$shard
        rm -rf "$1.$shard"
        mkdir -p "$1.$shard/gen-000001"
        cp -r "$1/$generation/shard$suffix" "$1.$shard/gen-000001/shard"
        cp "$1/$generation/manifest$suffix" "$1.$shard/gen-000001/manifest"
        echo auto gen-000001/shard >"$1.$shard/XAPIANDB"
        shard=$((shard + 1))
    done
}

# Servers of shards: each listens on a port of the loopback interface, is the leader of a group of
# processes, and ends with the test.
needs_servers()
{
    command -v xapian-tcpsrv >/dev/null || {
        echo "SKIPPED: xapian-tcpsrv is missing: install xapian-tools"
        exit 77
    }
    trap 'end_shards; [ -z "${server_pid-}" ] || kill -KILL "$server_pid" 2>/dev/null || true' EXIT
}

# serve_shard NAME FOLDER: serves the database in FOLDER; its port is in NAME.port, which stays the
# same when it is served again, and its process in NAME.pid.
serve_shard()
{
    port=$(cat "$1.port" 2>/dev/null || shuf -i 20000-60000 -n 1)
    for i in $(seq 50); do
        : >"$1.served"
        setsid xapian-tcpsrv --interface 127.0.0.1 --port "$port" "$2" >"$1.served" 2>&1 &
        echo $! >"$1.pid"
        for j in $(seq 600); do
            ! grep -q '^Listening' "$1.served" || { echo "$port" >"$1.port"; return 0; }
            kill -0 "$(cat "$1.pid")" 2>/dev/null || break
            sleep 0.1
        done
        [ -e "$1.port" ] || port=$(shuf -i 20000-60000 -n 1)
        sleep 0.1
    done
    cat "$1.served"
    fail "$1 cannot be served"
}

# signal_shard NAME SIGNAL: to the server and to all that it has started for connections.
signal_shard()
{
    kill -s "$2" -- "-$(cat "$1.pid")" 2>/dev/null || true
}

end_shards()
{
    for file in *.pid; do
        [ ! -e "$file" ] || kill -s KILL -- "-$(cat "$file")" 2>/dev/null || true
    done
}

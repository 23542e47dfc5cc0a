#!/bin/sh
# serving.sh [SECONDS [SWAPPING [REQUESTS]]]: answers a second and latency of palpate-serve by
# wrk (2 threads, 64 connections), with the passages of the measuring data and real questions: without
# and with kept answers, while the index is updated every five seconds for SWAPPING seconds,
# after REQUESTS requests; and omega as CGI behind nginx, asked the same.
#
# PALPATE_BENCH_KEEP   a folder that keeps both indexes for the next run
set -eu
. "$(dirname "$0")/lib.sh"
here=$(cd "$(dirname "$0")" && pwd)
length=${1:-10}
swapping=${2:-30}
requests=${3:-100000}
omega=/usr/lib/cgi-bin/omega/omega
[ -x "$build/palpate-serve" ] || skip "$build/palpate-serve is not built"
for program in wrk nginx fcgiwrap scriptindex curl; do
    command -v $program >/dev/null || [ -x "/usr/sbin/$program" ] ||
        skip "$program is missing: apt-get install wrk nginx-light fcgiwrap xapian-omega curl"
done
passages=$shared/data/scale/medical-passages.tsv.gz
keep=${PALPATE_BENCH_KEEP:-$scratch}
mkdir -p "$keep"
running=
end()
{
    for pid in $running; do
        kill "$pid" 2>/dev/null || true
        kill -- "-$pid" 2>/dev/null || true # and its children, where it leads a group
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$scratch"
}
trap end EXIT
PATH=$PATH:/usr/sbin

# Indexes, once.
pages=$keep/pages.ndjson
edition=$keep/edition.ndjson
python3 "$here/serving.py" edition 1 "$passages" "$edition"
[ -f "$pages" ] || python3 "$here/serving.py" pages "$passages" "$pages" "$keep/omega.txt"
"$build/palpate-index" --quiet "$keep/index" "$pages" "$edition" 2>"$scratch/log" || [ $? = 1 ]
if [ ! -d "$keep/omega" ]; then
    mkdir "$keep/omega"
    printf 'url : field=url boolean=Q unique=Q\ntitle : field=title index=S index\ntext : field=sample index\n' \
        >"$scratch/script"
    scriptindex --overwrite "$keep/omega/default" "$scratch/script" "$keep/omega.txt" >"$scratch/log"
fi

# Questions as they were asked, and what was typed on the way to them.
cat "$shared"/data/relevance/nfcorpus/queries-dev.tsv "$shared"/data/relevance/liveqa/queries-dev.tsv \
    >"$scratch/questions"
awk -F '\t' '{ for (i = 2; i <= length($2) && i <= 30; i++) print "x\t" substr($2, 1, i) }' \
    "$scratch/questions" >"$scratch/typed"

# serve OPTIONS...: starts a server: $server is its process, $port its port.  An answer that is late
# because the machine is busy does not count as failed.
serve()
{
    : >"$scratch/out"
    "$build/palpate-serve" "$keep/index" --listen 127.0.0.1:0 --max-rate 0 --max-connections-per-address 0 \
        --access-log none --max-answer-ms 60000 "$@" >"$scratch/out" &
    server=$!
    running="$running $server"
    while ! grep -q '^listening at' "$scratch/out"; do sleep 0.1; done
    port=$(sed -n 's/.*:\([0-9]*\)\/$/\1/p' "$scratch/out")
}
stop()
{
    kill "$server"
    wait "$server" || true
}

# load SECONDS CONNECTIONS PORT QUESTIONS PATH: "answers-a-second median 99% most failures count"
load()
{
    threads=2
    [ "$2" -gt 1 ] || threads=1
    wrk -t $threads -c "$2" -d "$1" --timeout 10s --script "$here/serving.lua" "http://127.0.0.1:$3" -- "$4" "$5" |
        sed -n 's/^figures //p'
}
processor() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
metric() { curl -sS "http://127.0.0.1:$port/metrics" | sed -n "s/^$1 //p"; }
own_memory() { awk '/^RssAnon/ { printf "%.1f", $2 / 1024 }' "/proc/$server/status"; }

# row NAME SECONDS QUESTIONS PATH: of the server that runs.
row()
{
    load 3 64 "$port" "$3" "$4" >"$scratch/log"
    before=$(processor)
    figures=$(load "$2" 64 "$port" "$3" "$4")
    echo "$figures $(($(processor) - before)) $1" | awk '{ name = $8; for (i = 9; i <= NF; i++) name = name " " $i
        printf "| %s | %s | %s | %s | %s | %.0f |\n", name, $1, $2, $3, $5, $7 * 10000 / $6 }'
}

machine
echo "load before: $(cut -d " " -f 1 /proc/loadavg)"
echo
echo "| | answers a second | ms, median | ms, 99 % | failed | us of processor an answer |"
echo "|---|---|---|---|---|---|"
serve --cache 0
echo "passages in the index: $(metric palpate_index_passages)" >"$scratch/size"
row "every question searched (\`--cache 0\`)" "$length" "$scratch/questions" '/search?q='
row "completions of what is typed (\`--cache 0\`)" 5 "$scratch/typed" '/suggest?q='
stop
serve --cache 1000000
row "some answers kept (\`--cache 1000000\`)" "$length" "$scratch/questions" '/search?q='
hits=$(metric palpate_cache_hits_total)
misses=$(metric palpate_cache_misses_total)
echo "some answers kept: $(echo "$hits $misses" | awk '{ printf "%.0f", 100 * $1 / ($1 + $2) }') %" >>"$scratch/size"
stop
serve
row "all answers kept" "$length" "$scratch/questions" '/search?q='
stop

# omega as CGI, a process for each question.
cat >"$scratch/omega.conf" <<END
database_dir $keep/omega
template_dir /var/lib/xapian-omega/templates
log_dir $scratch
cdb_dir $scratch
END
cat >"$scratch/nginx.conf" <<END
daemon off;
worker_processes 1;
pid $scratch/nginx.pid;
error_log $scratch/nginx.log;
events { worker_connections 256; }
http {
    access_log off;
    client_body_temp_path $scratch/body;
    fastcgi_temp_path $scratch/fastcgi;
    proxy_temp_path $scratch/proxy;
    uwsgi_temp_path $scratch/uwsgi;
    scgi_temp_path $scratch/scgi;
    server {
        listen 127.0.0.1:18081;
        location / {
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME $omega;
            fastcgi_param OMEGA_CONFIG_FILE $scratch/omega.conf;
            fastcgi_pass unix:$scratch/cgi;
        }
    }
}
END
chmod 755 "$scratch"
setsid fcgiwrap -c 2 -s "unix:$scratch/cgi" 2>"$scratch/cgi.log" &
running="$running $!"
while [ ! -S "$scratch/cgi" ]; do sleep 0.1; done
chmod 666 "$scratch/cgi"
nginx -c "$scratch/nginx.conf" 2>"$scratch/log" &
running="$running $!"
sleep 1
load 3 64 18081 "$scratch/questions" '/omega?DB=default&P=' >"$scratch/log"
load "$length" 64 18081 "$scratch/questions" '/omega?DB=default&P=' |
    awk '{ printf "| omega, CGI behind nginx | %s | %s | %s | %s | |\n", $1, $2, $3, $5 }'
echo
cat "$scratch/size"
echo

# One client that types, and one that waits for the server to come.
serve --cache 0
load 5 1 "$port" "$scratch/typed" '/suggest?q=' |
    awk '{ print "/suggest, one client, HTTP included: " $2 " ms median, " $3 " ms 99 %, " $4 " ms most" }'
stop
echo "start to first answer, ms, median and most of 11: $(python3 "$here/serving.py" start 11 \
    "$build/palpate-serve" "$keep/index" --listen 127.0.0.1:0 --access-log none)"

# swap NAME OPTIONS...: the index is updated and swapped while questions are asked.
swap()
{
    name=$1
    shift
    serve "$@"
    load 3 64 "$port" "$scratch/questions" '/search?q=' >"$scratch/log"
    python3 "$here/serving.py" watch "$port" >"$scratch/watched" &
    watcher=$!
    running="$running $watcher"
    load "$swapping" 64 "$port" "$scratch/questions" '/search?q=' >"$scratch/swapped" &
    loader=$!
    while kill -0 $loader 2>/dev/null; do
        number=$((number + 1))
        python3 "$here/serving.py" edition $number "$passages" "$edition"
        "$build/palpate-index" --quiet --jobs 1 "$keep/index" "$pages" "$edition" 2>"$scratch/log" ||
            [ $? = 1 ]
        sleep 5 &
        pause=$!
        while kill -0 $loader 2>/dev/null && kill -0 $pause 2>/dev/null; do sleep 0.2; done
        kill $pause 2>/dev/null || true
    done
    wait $loader
    kill $watcher
    wait $watcher || true
    echo "$(cat "$scratch/swapped") $(metric palpate_index_reloads_total) $(metric palpate_search_failures_total) $(
        cat "$scratch/watched")" | awk -v name="$name" -v seconds="$swapping" '{ print "| " name ", " seconds \
        " s | " $1 " | " $2 " | " $3 " | " $5 + $8 " | " $7 " | " $9 " | " $10 " | " $11 " |" }'
    stop
}
number=1
echo
echo "| swapping | answers a second | ms, median | ms, 99 % | failed | swaps | watched | failed | of two editions |"
echo "|---|---|---|---|---|---|---|---|---|"
swap "\`--cache 0\`" --cache 0
swap "with kept answers"
echo

# Memory: of the process itself, without the pages of files.
serve
done_requests=0
first=
while [ "$done_requests" -lt "$requests" ]; do
    for path in '/search?q=' '/search?limit=20&group=none&q=' '/?q=' '/suggest?q='; do
        load 5 64 "$port" "$scratch/questions" "$path" >"$scratch/log"
        done_requests=$((done_requests + $(awk '{ print $6 }' "$scratch/log")))
    done
    first=${first:-"$(own_memory) MB after $done_requests"}
done
echo "memory of the process: $first, $(own_memory) MB after $done_requests requests; with the pages of files $(
    awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status") MB"
stop

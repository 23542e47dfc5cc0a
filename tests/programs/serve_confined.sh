# What palpate-serve gives up once it has its sockets, and what it can still do.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index
mkdir logs etc
echo 'max-hits 7' >etc/limits

# A build that gives up nothing says why, and there is nothing to test.
start_server index --listen 127.0.0.1:0 --verbose --access-log none
wait_for server.err 'confined'
if grep 'not confined' server.err; then
    echo "SKIPPED: this system or build cannot confine a program"
    exit 77
fi
expect_match server.err 'confined: reads files in \. only, writes none'
expect_match server.err 'confined: connects to nothing, starts no program'
expect_match "/proc/$server_pid/status" '^NoNewPrivs:.1$'
for status in "/proc/$server_pid/task/"*/status; do
    expect_match "$status" '^Seccomp:.2$'
done
expect_status 200 "${url}search?q=knee"
# It takes up an index that is written anew, put in its place, or removed and back.
taken_up() { serves "search?q=$1" "\"title\": *\"$2\""; }
page pages/hip.html "Hip pain" "Hip pain at night often comes from the side on which one lies, and goes."
"$PALPATE_INDEX" --quiet index pages
until_true taken_up hip 'Hip pain'
page pages/hand.html "Hand pain" "Hand pain after a day of typing often goes with rest, and with another keyboard."
"$PALPATE_INDEX" --quiet next pages
mv index before
mv next index
until_true taken_up hand 'Hand pain'
stop_server
grep -v 'confined\|as root' server.err >left || true
[ ! -s left ] || { cat left; fail "something went wrong on the way"; }

# By a link to it, another one beside it is taken up; its log and its limits are opened again.
ln -s before current
start_server current --listen 127.0.0.1:0 --access-log logs/log --limits etc/limits --verbose --listen "unix:$PWD/socket"
expect_match server.err 'writes its log'
until_true taken_up hip 'Hip pain'
ln -s index new
mv -T new current
until_true taken_up hand 'Hand pain'
expect_status 400 "${url}search?q=knee&limit=8"
mv logs/log logs/log.1
echo 'max-hits 8' >etc/new
mv etc/new etc/limits
kill -HUP "$server_pid"
allows_eight() { is_answered_with 200 'search?q=knee&limit=8'; }
until_true allows_eight
until_true test -s logs/log
stop_server
[ ! -e socket ] || fail "the socket is left over"

# What is asked is counted in its folder, also in a file that is made anew; what a link in the place of the folder
# leads to is not written.
mkdir counts other
start_server index --listen 127.0.0.1:0 --access-log none --queries counts/asked --askers 1 --verbose
expect_match server.err 'confined: reads files in \. only, writes its logs'
expect_status 200 "${url}search?q=knee"
mv counts/asked counts/before
kill -HUP "$server_pid"
until_true test -e counts/asked
mv counts was
ln -s other counts
kill -HUP "$server_pid"
wait_for server.err 'counts/asked: Permission denied'
expect_status 200 "${url}search?q=neck"
stop_server
expect_match was/asked '	knee'
expect_match was/asked '	neck'
[ -z "$(ls other)" ] || fail "the counts are written through a link"

# What is asked for is left as it was.
start_server index --listen 127.0.0.1:0 --unconfined --verbose
expect_match "/proc/$server_pid/status" '^Seccomp:.0$'
expect_no_match server.err confined
stop_server

# Another user, from root alone.
expect_exit 2 "$PALPATE_SERVE" index --listen 127.0.0.1:0 --user nobody-at-all
expect_match err 'there is no such user'
if [ "$(id -u)" != 0 ]; then
    [ "$(id -un)" = nobody ] || expect_exit 2 "$PALPATE_SERVE" index --listen 127.0.0.1:0 --user nobody
    exit 0
fi
expect_match server.err 'runs as root: name another user with --user'
open=$(mktemp -d)
cp -r index "$open"
chmod -R a+rX "$open"
start_server "$open/index" --listen 127.0.0.1:0 --user nobody
expect_match "/proc/$server_pid/status" "^Uid:(.$(id -u nobody)){4}$"
expect_match "/proc/$server_pid/status" '^CapEff:.0+$'
expect_status 200 "${url}search?q=knee"
expect_no_match server.err 'as root'
stop_server
chmod 700 "$open"
expect_exit 2 "$PALPATE_SERVE" "$open/index" --listen 127.0.0.1:0 --user nobody
rm -rf "$open"

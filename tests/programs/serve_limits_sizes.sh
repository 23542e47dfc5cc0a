# Bounds of what is asked: its bytes, its arguments and how far a list reaches.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index
repeat() { head -c "$2" /dev/zero | tr '\0' "$1"; }

# Sizes and depths.
start_server index --listen 127.0.0.1:0 --max-rate 0 --max-query-bytes 100 --max-depth 50 \
    --max-hits 20 --max-header-bytes 1000
expect_status 200 "${url}search?q=$(repeat a 100)"
expect_problem 414 "${url}search?q=$(repeat a 101)"
expect_problem 414 "${url}?q=$(repeat a 101)"
expect_problem 414 "${url}search?q=knee&x=$(repeat a 5000)"
expect_problem 431 -H "X-Long: $(repeat a 1000)" "${url}search?q=knee"
expect_status 200 -H "X-Long: $(repeat a 500)" "${url}search?q=knee"
expect_status 200 "${url}search?q=knee&limit=20&offset=30"
expect_problem 400 "${url}search?q=knee&limit=20&offset=31"
expect_json '.detail | test("50")'
expect_problem 400 "${url}search?q=knee&limit=21"
expect_problem 400 "${url}search?q=knee&offset=99999999999999999999"
for wrong in limit=0 limit=x limit=-1 offset=x group=x sort=x facets=x facets=101 no_expand=x kind=x 'site=a/b' 'lang=!' site=- \
    date=x date=.. date=2019-13 date=2019-1 date=20190101 date=2019...2020; do
    expect_problem 400 "${url}search?q=knee&$wrong"
done
expect_problem 400 "${url}search?q=knee$(printf '&disable=%s' $(seq 70))"
# However many arguments there are.
expect_problem 400 "${url}search?q=knee$(for i in $(seq 500); do printf '&a'; done)"
expect_json '.detail | test("arguments")'
expect_problem 400 "${url}search?q=knee$(for i in $(seq 1600); do printf '&a'; done)"
expect_json '.detail | test("arguments")'
expect_problem 414 "${url}search?q=knee$(for i in $(seq 6000); do printf '&a'; done)"
expect_problem 414 "${url}search?q=$(repeat a 60000)"
# Beyond the memory of a connection the HTTP library answers, without much ado.
expect_status 431 -H "X-Long: $(repeat a 120000)" -H "Y-Long: $(repeat a 120000)" "${url}search?q=knee"
expect_status 200 "${url}search?q=knee"
stop_server

# A query of all the bytes that are allowed, each written as three.
start_server index --listen 127.0.0.1:0
expect_status 200 "${url}search?q=$(for i in $(seq 512); do printf '%%70%%61%%69%%6e%%20%%70%%61%%69%%6e%%20%%61%%62%%63%%20%%61%%62'; done)"
expect_json '.query | length == 8192'
stop_server

# The bound of requests of an address in a time.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index

# Requests of an address in a time.
start_server index --listen 127.0.0.1:0 --listen "unix:$PWD/socket" --max-rate 2 --max-burst 5
for i in 1 2 3 4 5; do
    expect_status 200 "${url}healthz"
done
expect_too_many 'healthz?n='
# A client cannot say that it is another one.
expect_too_many 'healthz?n=' -H 'X-Forwarded-For: 192.0.2.1'
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
    expect_status 200 --unix-socket socket http://localhost/healthz
done
sleep 1
expect_status 200 "${url}healthz"
stop_server
start_server index --listen 127.0.0.1:0 --max-rate 2 --max-burst 1 --trust-proxy
expect_status 200 -H 'X-Forwarded-For: 203.0.113.9, 192.0.2.1' "${url}healthz"
expect_too_many 'healthz?n=' -H 'X-Forwarded-For: 192.0.2.1'
expect_status 200 -H 'X-Forwarded-For: 192.0.2.2' "${url}healthz"
expect_status 200 -H 'X-Forwarded-For: 2001:db8::1' "${url}healthz"
expect_too_many 'healthz?n=' -H 'X-Forwarded-For: 2001:db8::2'
expect_status 200 -H 'X-Forwarded-For: 2001:db8:0:1::2' "${url}healthz"
stop_server

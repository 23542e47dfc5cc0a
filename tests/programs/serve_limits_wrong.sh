# Bounds that make no sense are refused.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index

# Limits that make no sense.
expect_exit 2 "$PALPATE_SERVE" index --max-rate many
expect_match err 'max-rate takes a number from 0 to 1000000: many'
expect_exit 2 "$PALPATE_SERVE" index --max-hits 0
expect_exit 2 "$PALPATE_SERVE" index --threads 0
for bytes in x -1 16M 99999999999999999999 68719476737 ''; do
    expect_exit 2 "$PALPATE_SERVE" index --cache "$bytes"
done
expect_exit 2 "$PALPATE_SERVE"
expect_exit 2 "$PALPATE_SERVE" absent --listen 127.0.0.1:0
expect_match err 'no index here'

# The Debian packages that building and testing need; read by quickstart.sh and test.sh.
PALPATE_BUILD_PACKAGES="gcc g++ cmake ninja-build pkg-config libxapian-dev libxml2-dev
    zlib1g-dev libjansson-dev libutf8proc-dev libxxhash-dev libzstd-dev libmicrohttpd-dev
    libpoppler-glib-dev"
PALPATE_TEST_PACKAGES="clang-format-14 clang-tidy-14 libcmocka-dev git jq curl xapian-tools
    python3-numpy mandoc lowdown doxygen php-cli wget xapian-omega
    abigail-tools nginx-light"
# The tests of the search page take the node and npm that are there: packages of other origin
# hold both in one.
command -v chromium >/dev/null || PALPATE_TEST_PACKAGES="$PALPATE_TEST_PACKAGES chromium"
command -v node >/dev/null || PALPATE_TEST_PACKAGES="$PALPATE_TEST_PACKAGES nodejs"
command -v npm >/dev/null || PALPATE_TEST_PACKAGES="$PALPATE_TEST_PACKAGES npm"

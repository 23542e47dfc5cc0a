#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <palpate/version.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char HELP[] =
        "Usage: palpate-serve INDEX [OPTION]...\n"
        "Answer searches of an index over HTTP, and serve a search page.\n"
        "\n"
        "  --listen WHERE     HOST:PORT, [IPV6]:PORT, *:PORT or unix:/path; may be\n"
        "                     repeated (default 127.0.0.1:8080, or the sockets of a "
        "service\n"
        "                     manager); port 0 takes any free port\n"
        "  --threads N        threads that search (one a core)\n"
        "  --cache BYTES      keep up to this many bytes of answers in memory until "
        "the\n"
        "                     index changes (16777216); 0 for none\n"
        "  --allow-origin ORIGIN\n"
        "                     let pages of this origin, or * for all, read answers; "
        "may\n"
        "                     be repeated\n"
        "  --public-url URL   address of the page as clients see it\n"
        "  --trust-proxy      take clients' addresses from X-Forwarded-For\n"
        "  --access-log FILE  a line of JSON for each request: - for standard error\n"
        "                     (default), none for no log\n"
        "  --log-queries      also write queries into the access log\n"
        "  --limits FILE      read limits from lines \"name value\", and again on "
        "SIGHUP;\n"
        "                     they override those of the command line\n"
        "  --help             print this help and exit\n"
        "  --version          print the version and exit\n"
        "\n"
        "Limits, with their defaults:\n";

enum {
    OPTION_LISTEN = 256,
    OPTION_THREADS,
    OPTION_CACHE,
    OPTION_ALLOW_ORIGIN,
    OPTION_PUBLIC_URL,
    OPTION_TRUST_PROXY,
    OPTION_ACCESS_LOG,
    OPTION_LOG_QUERIES,
    OPTION_LIMITS,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_FIRST_LIMIT
};

static const struct option WORDS[] = {
    { "listen", required_argument, NULL, OPTION_LISTEN },
    { "threads", required_argument, NULL, OPTION_THREADS },
    { "cache", required_argument, NULL, OPTION_CACHE },
    { "allow-origin", required_argument, NULL, OPTION_ALLOW_ORIGIN },
    { "public-url", required_argument, NULL, OPTION_PUBLIC_URL },
    { "trust-proxy", no_argument, NULL, OPTION_TRUST_PROXY },
    { "access-log", required_argument, NULL, OPTION_ACCESS_LOG },
    { "log-queries", no_argument, NULL, OPTION_LOG_QUERIES },
    { "limits", required_argument, NULL, OPTION_LIMITS },
    { "help", no_argument, NULL, OPTION_HELP },
    { "version", no_argument, NULL, OPTION_VERSION },
};

enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS, THREADS_MOST = 256 };

static const unsigned long long CACHE_MOST = 1ULL << 36;
static const size_t CACHE_USUAL = (size_t)1 << 24;

static bool complain(const char *what, const char *value)
{
    (void)fprintf(
            stderr, "palpate-serve: %s: %s: see palpate-serve --help\n", what, value);
    return false;
}

static bool add(const char **list, size_t *count, const char *value)
{
    if (*count == OPTIONS_LISTS)
        return complain("this option is given too often", value);
    list[(*count)++] = value;
    return true;
}

static bool read_threads(struct options *options, const char *value)
{
    char *end = NULL;
    unsigned long number = strtoul(value, &end, 10);

    if (*value < '0' || *value > '9' || *end != '\0' || number < 1 ||
            number > THREADS_MOST)
        return complain("--threads takes a number from 1 to 256", value);
    options->threads = (unsigned)number;
    return true;
}

static bool read_cache(struct options *options, const char *value)
{
    char *end = NULL;

    errno = 0;
    unsigned long long number = strtoull(value, &end, 10);
    if (*value < '0' || *value > '9' || *end != '\0' || errno != 0 ||
            number > CACHE_MOST)
        return complain("--cache takes a number of bytes up to 68719476736", value);
    options->cache_bytes = (size_t)number;
    return true;
}

static bool read_public_url(struct options *options, const char *value)
{
    size_t size = strlen(value);
    bool is_address =
            strncmp(value, "http://", 7) == 0 || strncmp(value, "https://", 8) == 0;

    if (!is_address || value[size - 1] != '/')
        return complain(
                "--public-url takes an http or https address with a slash at its end",
                value);
    options->public_url = value;
    return true;
}

static bool read_limit(struct options *options, enum limit_number limit)
{
    char complaint[160];

    return limits_set(&options->limits, limit_name(limit), optarg, complaint,
                   sizeof complaint) ||
           complain("--", complaint);
}

static bool read_option(struct options *options, int option)
{
    if (option >= OPTION_FIRST_LIMIT)
        return read_limit(options, (enum limit_number)(option - OPTION_FIRST_LIMIT));
    switch (option) {
    case OPTION_LISTEN: return add(options->listen, &options->listen_count, optarg);
    case OPTION_THREADS: return read_threads(options, optarg);
    case OPTION_CACHE: return read_cache(options, optarg);
    case OPTION_ALLOW_ORIGIN:
        return add(options->origins, &options->origin_count, optarg);
    case OPTION_PUBLIC_URL: return read_public_url(options, optarg);
    case OPTION_TRUST_PROXY: options->trusts_proxy = true; return true;
    case OPTION_ACCESS_LOG: options->access_log = optarg; return true;
    case OPTION_LOG_QUERIES: options->log_queries = true; return true;
    case OPTION_LIMITS: options->limits_file = optarg; return true;
    default:
        return complain("unknown or incomplete option", "the line above says which");
    }
}

static void print_help(void)
{
    (void)fputs(HELP, stdout);
    limits_help(stdout);
    (void)fputs("\nSIGTERM and SIGINT stop the server after the running answers.\n",
            stdout);
}

static void write_words(struct option words[WORD_COUNT + LIMIT_COUNT + 1])
{
    memcpy(words, WORDS, sizeof WORDS);
    for (int i = 0; i < LIMIT_COUNT; i++)
        words[WORD_COUNT + i] = (struct option){ limit_name((enum limit_number)i),
            required_argument, NULL, OPTION_FIRST_LIMIT + i };
    words[WORD_COUNT + LIMIT_COUNT] = (struct option){ NULL, 0, NULL, 0 };
}

enum options_verdict options_read(struct options *options, int count, char **words)
{
    struct option known[WORD_COUNT + LIMIT_COUNT + 1];
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    int option = 0;

    *options = (struct options){ .access_log = "-",
        .cache_bytes = CACHE_USUAL,
        .threads = cores < 1              ? 1
                   : cores > THREADS_MOST ? THREADS_MOST
                                          : (unsigned)cores };
    limits_default(&options->limits);
    write_words(known);
    while ((option = getopt_long(count, words, "", known, NULL)) != -1) {
        if (option == OPTION_HELP || option == OPTION_VERSION) {
            if (option == OPTION_HELP)
                print_help();
            else
                (void)printf("palpate-serve %s\n", palpate_version());
            return OPTIONS_DONE;
        }
        if (!read_option(options, option))
            return OPTIONS_WRONG;
    }
    if (count - optind != 1) {
        (void)complain("give one index", "usage: palpate-serve INDEX");
        return OPTIONS_WRONG;
    }
    options->index = words[optind];
    return OPTIONS_RUN;
}

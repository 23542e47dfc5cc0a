#include "server/options.h"

#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "server/tally.h"
#include "server/web_link.h"
#include "server/wording.h"

#define OPTIONS(X)                                                                    \
    X(LISTEN, "listen", "WHERE", NULL,                                                \
            "HOST:PORT, [IPV6]:PORT, *:PORT or unix:/path; may be\n"                  \
            "repeated (default 127.0.0.1:8080, or the sockets of a service\n"         \
            "manager); port 0 takes any free port")                                   \
    X(THREADS, "threads", "N", NULL, "threads that search (one a core)")              \
    X(CACHE, "cache", "BYTES", NULL,                                                  \
            "keep up to this many bytes of answers in memory until the\n"             \
            "index changes (16777216); 0 for none")                                   \
    X(ALLOW_ORIGIN, "allow-origin", "ORIGIN", NULL,                                   \
            "let pages of this origin, or * for all, read answers; may\n"             \
            "be repeated")                                                            \
    X(ALLOW_HOST, "allow-host", "NAME", NULL,                                         \
            "answer requests for this host, or * for all, besides loopback\n"         \
            "names, addresses, and names of --listen and --public-url; may\n"         \
            "be repeated")                                                            \
    X(PUBLIC_URL, "public-url", "URL", NULL, "address of the page as clients see it") \
    X(TRUST_PROXY, "trust-proxy", NULL, NULL,                                         \
            "take clients' addresses from X-Forwarded-For")                           \
    X(ACCESS_LOG, "access-log", "FILE", NULL,                                         \
            "a line of JSON for each request: - for standard error\n"                 \
            "(default), none for no log")                                             \
    X(LOG_QUERIES, "log-queries", NULL, NULL,                                         \
            "also write queries into the access log")                                 \
    X(QUERIES, "queries", "FILE", NULL,                                               \
            "count what is asked, without addresses, and write it to FILE\n"          \
            "each day; palpate-query --report reads it")                              \
    X(ASKERS, "askers", "N", NULL,                                                    \
            "write questions that at least N addresses asked that day (3);\n"         \
            "1 for all")                                                              \
    X(CLICKS, "clicks", NULL, NULL,                                                   \
            "with --queries: let the page say which of its hits are opened")          \
    X(TITLE, "title", "TEXT", NULL, "what the page is called")                        \
    X(HOME_URL, "home-url", "URL", NULL,                                              \
            "where the page leads home: an http or https address, or a\n"             \
            "path with / before it")                                                  \
    X(LOGO, "logo", "FILE", NULL,                                                     \
            "show this picture over the page: svg, png, jpg, webp or gif")            \
    X(LANG, "lang", "LANG", NULL,                                                     \
            "speak en, de, es, fr or nl (default: what the browser prefers)")         \
    X(STYLE, "style", "FILE", NULL, "read this style sheet after that of the page")   \
    X(PAGE, "page", "FOLDER", NULL,                                                   \
            "serve the files of this folder in the place of, and besides,\n"          \
            "those of the page (index.html, style.css, search.js, asking.js,\n"       \
            "box.js, palpate.js, icon.svg)")                                          \
    X(NO_TOPICS, "no-topics", NULL, NULL,                                             \
            "do not list the topics of the index below an empty box")                 \
    X(LIMITS, "limits", "FILE", NULL,                                                 \
            "read limits from lines \"name value\", and again on SIGHUP;\n"           \
            "they override those of the command line")                                \
    X(USER, "user", "NAME", NULL, "be this user once the sockets are open; for root") \
    X(ALLOW_PARTIAL, "allow-partial", NULL, NULL,                                     \
            "where servers of a wide index do not answer, answer from the\n"          \
            "others, and say what is missing")                                        \
    X(UNCONFINED, "unconfined", NULL, NULL,                                           \
            "keep the right to write, to connect and to start programs")              \
    X(VERBOSE, "verbose", NULL, NULL, "say what the server is confined to")           \
    PROGRAM_OPTIONS(X)

enum server_option { OPTIONS(PROGRAM_OPTION_NUMBER) };

static const struct program_option ROWS[] = { OPTIONS(PROGRAM_OPTION_ROW) };

static const struct program_option LIMIT_ROWS[] = {
#define LIMIT_ROW(member, name, fallback, least, most, what) \
    { name, "N", NULL, "\n" what " (" #fallback ")" },
    LIMITS(LIMIT_ROW)
#undef LIMIT_ROW
};

enum { ROW_COUNT = sizeof ROWS / sizeof *ROWS, MAX_THREADS = 256 };

const struct program PROGRAM = { .name = "palpate-serve",
    .usage = "Usage: palpate-serve INDEX [OPTION]...\n"
             "Answer searches of an index over HTTP, and serve a search page.\n"
             "\n",
    .options = { ROWS, ROW_COUNT },
    .heading = "\nLimits, with their defaults:\n",
    .more = { LIMIT_ROWS, LIMIT_COUNT },
    .ending = "\nSIGTERM and SIGINT stop the server after the running answers.\n" };

static const unsigned long MAX_CACHE = 1UL << 36;
static const size_t CACHE_USUAL = (size_t)1 << 24;

static bool add(const char **list, size_t *count, const char *value)
{
    if (*count == OPTIONS_LISTS)
        return program_complain("this option is given too often", value);
    list[(*count)++] = value;
    return true;
}

static bool read_threads(struct options *options, const char *value)
{
    unsigned long number = 0;

    if (!program_number(&number, &ROWS[OPTION_THREADS], value, 1, MAX_THREADS))
        return false;
    options->threads = (unsigned)number;
    return true;
}

static bool read_askers(struct options *options, const char *value)
{
    unsigned long number = 0;

    if (!program_number(&number, &ROWS[OPTION_ASKERS], value, 1, TALLY_MOST_ASKERS))
        return false;
    options->least_askers = (unsigned)number;
    return true;
}

static bool read_cache(struct options *options, const char *value)
{
    unsigned long number = 0;

    if (!program_number(&number, &ROWS[OPTION_CACHE], value, 0, MAX_CACHE))
        return false;
    options->cache_bytes = (size_t)number;
    return true;
}

static bool read_public_url(struct options *options, const char *value)
{
    size_t size = strlen(value);
    bool is_address =
            strncmp(value, "http://", 7) == 0 || strncmp(value, "https://", 8) == 0;

    if (!is_address || value[size - 1] != '/')
        return program_complain(
                "--public-url takes an http or https address with a slash at its end",
                value);
    options->public_url = value;
    return true;
}

/* Nothing but a place on the web: the page puts it into a link. */
static bool read_home_url(struct options *options, const char *value)
{
    bool is_path = value[0] == '/' && value[1] != '/';

    if (!is_path && !is_web_link((palpate_view){ value, strlen(value) }))
        return program_complain(
                "--home-url takes an http or https address, or a path with / before it",
                value);
    options->home_url = value;
    return true;
}

static bool read_lang(struct options *options, const char *value)
{
    if (wording_find((palpate_view){ value, strlen(value) }) == NULL)
        return program_complain("--lang takes en, de, es, fr or nl", value);
    options->lang = value;
    return true;
}

static bool read_limit(struct options *options, const char *limit)
{
    char complaint[160];

    return limits_set(&options->limits, limit, optarg, complaint, sizeof complaint) ||
           program_complain(complaint, NULL);
}

static bool read_option(void *subject, int option)
{
    struct options *options = subject;

    if (option >= ROW_COUNT)
        return read_limit(options, LIMIT_ROWS[option - ROW_COUNT].word);
    switch ((enum server_option)option) {
    case OPTION_LISTEN: return add(options->listen, &options->listen_count, optarg);
    case OPTION_THREADS: return read_threads(options, optarg);
    case OPTION_CACHE: return read_cache(options, optarg);
    case OPTION_ALLOW_ORIGIN:
        return add(options->origins, &options->origin_count, optarg);
    case OPTION_ALLOW_HOST: return add(options->hosts, &options->host_count, optarg);
    case OPTION_PUBLIC_URL: return read_public_url(options, optarg);
    case OPTION_TRUST_PROXY: options->trusts_proxy = true; return true;
    case OPTION_ACCESS_LOG: options->access_log = optarg; return true;
    case OPTION_LOG_QUERIES: options->log_queries = true; return true;
    case OPTION_QUERIES: options->queries = optarg; return true;
    case OPTION_ASKERS: return read_askers(options, optarg);
    case OPTION_CLICKS: options->counts_clicks = true; return true;
    case OPTION_TITLE: options->title = optarg; return true;
    case OPTION_HOME_URL: return read_home_url(options, optarg);
    case OPTION_LOGO: options->logo = optarg; return true;
    case OPTION_LANG: return read_lang(options, optarg);
    case OPTION_STYLE: options->style = optarg; return true;
    case OPTION_PAGE: options->page_folder = optarg; return true;
    case OPTION_NO_TOPICS: options->no_topics = true; return true;
    case OPTION_LIMITS: options->limits_file = optarg; return true;
    case OPTION_USER: options->user = optarg; return true;
    case OPTION_ALLOW_PARTIAL: options->allow_partial = true; return true;
    case OPTION_UNCONFINED: options->is_unconfined = true; return true;
    case OPTION_VERBOSE: options->is_verbose = true; return true;
    case OPTION_HELP:
    case OPTION_VERSION: break; /* answered already */
    }
    return false;
}

enum options_verdict options_read(struct options *options, int count, char **words)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);

    *options = (struct options){ .access_log = "-",
        .least_askers = TALLY_ASKERS,
        .cache_bytes = CACHE_USUAL,
        .threads = cores < 1             ? 1
                   : cores > MAX_THREADS ? MAX_THREADS
                                         : (unsigned)cores };
    limits_default(&options->limits);
    enum options_verdict verdict = program_read(count, words, read_option, options);
    if (verdict != OPTIONS_RUN)
        return verdict;
    if (count - optind != 1) {
        (void)program_complain("give one index", "usage: palpate-serve INDEX");
        return OPTIONS_WRONG;
    }
    options->index = words[optind];
    if (options->counts_clicks && options->queries == NULL) {
        (void)program_complain("--clicks needs --queries", NULL);
        return OPTIONS_WRONG;
    }
    return OPTIONS_RUN;
}

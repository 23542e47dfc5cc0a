#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char HELP[] =
        "Usage: palpate-index [OPTION]... INDEX SOURCE...\n"
        "  or:  palpate-index --extract [--explain] SOURCE...\n"
        "  or:  palpate-index --report FILE SOURCE...\n"
        "Build an index of pages, or bring it up to date: only what changed is read "
        "again.\n"
        "\n"
        "SOURCE is a folder (all below it), an .html, .htm or .xhtml file, any of them "
        "with\n"
        ".gz, a .warc[.gz] file, an .ndjson[.gz] file of {\"url\": ..., \"html\": ...} "
        "lines,\n"
        "or - for one of these two on standard input.  Pages that are not among the "
        "sources\n"
        "leave the index.\n"
        "\n"
        "  --files-from FILE  more sources, one a line, or between NULs as find "
        "-print0 "
        "writes\n"
        "                     them; - for a list on standard input\n"
        "  --extract          print each page as a line of JSON; no index is touched\n"
        "  --explain          with --extract: print each block of a page instead, kept "
        "or not\n"
        "                     and why\n"
        "  --report FILE      write the same to FILE as a page, kept and left-out text "
        "side by\n"
        "                     side\n"
        "  --color WHEN       auto (default), always or never\n"
        "  --base-url URL     address to put before the path of a file whose page "
        "names\n"
        "                     no canonical address\n"
        "  --root FOLDER      folder from which these paths start (default: the "
        "deepest "
        "one\n"
        "                     that holds all sources)\n"
        "  --thesaurus FILE   other names of things, \"concept TAB variant TAB "
        "relation TAB\n"
        "                     source\" a line; may be repeated; without it\n"
        "                     the index keeps its names\n"
        "  --rebuild          read every page again into a fresh index\n"
        "  --read-only        the same, without what updates need: a third smaller, "
        "but it\n"
        "                     cannot be updated, only rebuilt\n"
        "  --follow-links     also follow links that lead out of a folder, or to a "
        "folder\n"
        "  --dry-run          show what would be done, and do nothing\n"
        "  --allow-delete     go on even if the index loses more than a third of its "
        "pages\n"
        "  --jobs N           threads (default: one a core, at most 16)\n"
        "  --quiet            report only errors: no progress, no summary; pages left "
        "out "
        "are\n"
        "                     counted if there are more than a few\n"
        "  --verbose          name every page that is left out or cannot be read, not "
        "only the\n"
        "                     first 20 of a kind\n"
        "  --help             print this help and exit\n"
        "  --version          print the version and exit\n"
        "\n"
        "Exit status: 0 success, 1 some pages could not be read, 2 nothing was "
        "changed,\n"
        "130 or 143 after an interrupt, which leaves the old index in use.\n";

enum {
    OPTION_EXTRACT = 256,
    OPTION_EXPLAIN,
    OPTION_REPORT,
    OPTION_COLOR,
    OPTION_FILES_FROM,
    OPTION_BASE_URL,
    OPTION_ROOT,
    OPTION_THESAURUS,
    OPTION_REBUILD,
    OPTION_READ_ONLY,
    OPTION_FOLLOW_LINKS,
    OPTION_DRY_RUN,
    OPTION_ALLOW_DELETE,
    OPTION_JOBS,
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_HELP,
    OPTION_VERSION
};

static const struct option LONG_OPTIONS[] = {
    { "extract", no_argument, NULL, OPTION_EXTRACT },
    { "explain", no_argument, NULL, OPTION_EXPLAIN },
    { "report", required_argument, NULL, OPTION_REPORT },
    { "color", required_argument, NULL, OPTION_COLOR },
    { "files-from", required_argument, NULL, OPTION_FILES_FROM },
    { "base-url", required_argument, NULL, OPTION_BASE_URL },
    { "root", required_argument, NULL, OPTION_ROOT },
    { "thesaurus", required_argument, NULL, OPTION_THESAURUS },
    { "rebuild", no_argument, NULL, OPTION_REBUILD },
    { "read-only", no_argument, NULL, OPTION_READ_ONLY },
    { "follow-links", no_argument, NULL, OPTION_FOLLOW_LINKS },
    { "dry-run", no_argument, NULL, OPTION_DRY_RUN },
    { "allow-delete", no_argument, NULL, OPTION_ALLOW_DELETE },
    { "jobs", required_argument, NULL, OPTION_JOBS },
    { "quiet", no_argument, NULL, OPTION_QUIET },
    { "verbose", no_argument, NULL, OPTION_VERBOSE },
    { "help", no_argument, NULL, OPTION_HELP },
    { "version", no_argument, NULL, OPTION_VERSION },
    { NULL, 0, NULL, 0 },
};

static bool complain(const char *what)
{
    (void)fprintf(stderr, "palpate-index: %s: see palpate-index --help\n", what);
    return false;
}

static bool read_jobs(struct index_options *options)
{
    char *end = NULL;
    unsigned long jobs = strtoul(optarg, &end, 10);

    if (*optarg < '1' || *optarg > '9' || *end != '\0' || jobs > 64)
        return complain("--jobs takes a number from 1 to 64");
    options->run.jobs = (unsigned)jobs;
    return true;
}

static bool add_thesaurus(struct index_options *options)
{
    if (options->run.thesaurus_count == THESAURI_MOST)
        return complain("too many --thesaurus");
    options->thesauri[options->run.thesaurus_count++] = optarg;
    return true;
}

static bool read_color(struct index_options *options)
{
    static const char *const WORDS[] = { "auto", "always", "never" };

    for (unsigned i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (strcmp(optarg, WORDS[i]) == 0) {
            options->color = (enum index_color)i;
            return true;
        }
    }
    return complain("--color takes auto, always or never");
}

/* What --extract prints: by the options, the terminal and NO_COLOR. */
static palpate_explain choose_form(const struct index_options *options)
{
    const char *no_color = getenv("NO_COLOR");
    bool is_terminal =
            isatty(STDOUT_FILENO) != 0 && (no_color == NULL || *no_color == '\0');

    if (options->report != NULL)
        return PALPATE_EXPLAIN_HTML;
    if (!options->explain)
        return PALPATE_EXPLAIN_NOTHING;
    return options->color == COLOR_ALWAYS ||
                           (options->color == COLOR_AUTO && is_terminal)
                   ? PALPATE_EXPLAIN_COLOR
                   : PALPATE_EXPLAIN_TEXT;
}

static bool set_files_from(struct index_options *options)
{
    if (options->files_from != NULL)
        return complain("--files-from may be given only once");
    options->files_from = optarg;
    return true;
}

/* Links of an address without a scheme lead nowhere; an empty one is none. */
static bool set_base_url(struct index_options *options)
{
    if (*optarg != '\0' && strncmp(optarg, "http://", 7) != 0 &&
            strncmp(optarg, "https://", 8) != 0)
        return complain("--base-url takes an address such as https://clinic.example/");
    options->run.base_url = optarg;
    return true;
}

static bool read_option(struct index_options *options, int option)
{
    switch (option) {
    case OPTION_EXTRACT: options->extract = true; return true;
    case OPTION_EXPLAIN: options->explain = true; return true;
    case OPTION_REPORT:
        options->extract = true;
        options->report = optarg;
        return true;
    case OPTION_COLOR: return read_color(options);
    case OPTION_FILES_FROM: return set_files_from(options);
    case OPTION_BASE_URL: return set_base_url(options);
    case OPTION_ROOT: options->run.root = optarg; return true;
    case OPTION_THESAURUS: return add_thesaurus(options);
    case OPTION_REBUILD: options->run.rebuild = true; return true;
    case OPTION_READ_ONLY: options->run.read_only = true; return true;
    case OPTION_FOLLOW_LINKS: options->run.follow_links = true; return true;
    case OPTION_DRY_RUN: options->run.dry_run = true; return true;
    case OPTION_ALLOW_DELETE: options->run.allow_delete = true; return true;
    case OPTION_JOBS: return read_jobs(options);
    case OPTION_QUIET: options->quiet = true; return true;
    case OPTION_VERBOSE: options->verbose = true; return true;
    default: return complain("unknown or incomplete option");
    }
}

static bool has_standard_input(const struct source_names *sources)
{
    for (size_t i = 0; i < sources->count; i++)
        if (strcmp(sources->items[i], "-") == 0)
            return true;
    return false;
}

/* Takes the sources of the command line, and after them those that are listed. */
static bool take_sources(struct index_options *options, char **words, size_t count)
{
    struct source_names *sources = &options->sources;
    const char *list = options->files_from;

    for (size_t i = 0; i < count; i++)
        if (!source_names_add(sources, words[i]))
            return complain("out of memory");
    if (list != NULL && !source_names_read(sources, list))
        return false;
    if (list != NULL && strcmp(list, "-") == 0 && has_standard_input(sources))
        return complain("standard input cannot be the list and a source");
    return true;
}

/* What is wrong with all options together, or NULL. */
static const char *find_fault(const struct index_options *options)
{
    bool has_index = options->extract || options->index != NULL;

    if (options->explain && !options->extract)
        return "--explain needs --extract";
    if (has_index && options->sources.count > 0)
        return NULL;
    if (has_index && options->files_from != NULL)
        return "--files-from lists no source";
    return options->extract ? "no source is given" : "no index or no source is given";
}

/* The arguments after the options. */
static enum options_verdict read_words(
        struct index_options *options, int count, char **words)
{
    if (!options->extract && optind < count)
        options->index = words[optind++];
    options->run.thesauri = options->thesauri;
    options->run.explain = choose_form(options);
    if (!take_sources(options, words + optind, (size_t)(count - optind)))
        return OPTIONS_WRONG;
    const char *fault = find_fault(options);
    if (fault != NULL)
        (void)complain(fault);
    return fault == NULL ? OPTIONS_RUN : OPTIONS_WRONG;
}

enum options_verdict options_read(
        struct index_options *options, int count, char **words)
{
    int option = 0;

    *options = (struct index_options){ 0 };
    while ((option = getopt_long(count, words, "", LONG_OPTIONS, NULL)) != -1) {
        if (option == OPTION_HELP || option == OPTION_VERSION) {
            (void)(option == OPTION_HELP
                            ? fputs(HELP, stdout)
                            : printf("palpate-index %s\n", palpate_version()));
            return OPTIONS_DONE;
        }
        if (!read_option(options, option))
            return OPTIONS_WRONG;
    }
    return read_words(options, count, words);
}

void options_free(struct index_options *options)
{
    source_names_free(&options->sources);
}

#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "command_line.h"
#include "options_fault.h"

#define OPTIONS(X)                                                                    \
    X(FILES_FROM, "files-from", "FILE", NULL,                                         \
            "more sources, one a line, or between NULs as find -print0 writes\n"      \
            "them; - for a list on standard input")                                   \
    X(ADD, "add", "SOURCE", NULL,                                                     \
            "add the pages of SOURCE, and of the other sources, or replace them;\n"   \
            "all other pages stay as they are; may be repeated")                      \
    X(DELETE, "delete", "URL", NULL,                                                  \
            "take the page at this address out of the index; may be repeated")        \
    X(EXTRACT, "extract", NULL, NULL,                                                 \
            "print each page as a line of JSON; no index is touched")                 \
    X(EXPLAIN, "explain", NULL, NULL,                                                 \
            "with --extract: print each block of a page instead, kept or not\n"       \
            "and why")                                                                \
    X(REPORT, "report", "FILE", NULL,                                                 \
            "write the same to FILE as a page, kept and left-out text side by\n"      \
            "side")                                                                   \
    PROGRAM_COLOR(X)                                                                  \
    X(BASE_URL, "base-url", "URL", NULL,                                              \
            "address to put before the path of a file whose page names\n"             \
            "no canonical address")                                                   \
    X(ROOT, "root", "FOLDER", NULL,                                                   \
            "folder from which these paths start (default: the deepest one\n"         \
            "that holds all sources)")                                                \
    X(EXCLUDE, "exclude", "GLOB", NULL,                                               \
            "leave out pages whose path from there, or in the address, matches:\n"    \
            "'feed', 'tag/*', '*.amp.html'; may be repeated; without it the\n"        \
            "index keeps its patterns, and '' takes them away")                       \
    X(EXCLUDE_FROM, "exclude-from", "FILE", NULL, "more of them, one a line")         \
    X(INCLUDE, "include", "GLOB", NULL,                                               \
            "take only pages that match one of these, likewise")                      \
    X(INCLUDE_FROM, "include-from", "FILE", NULL, "more of them, one a line")         \
    X(SITEMAP, "sitemap", "FILE", NULL,                                               \
            "take only pages that this sitemap lists (XML, .gz, or an address a\n"    \
            "line), at the addresses and with the days that it gives; may be\n"       \
            "repeated; the index keeps it, and '' takes it away")                     \
    X(ROBOTS, "robots", "FILE", NULL,                                                 \
            "leave out pages that this robots.txt disallows, likewise")               \
    X(FILTER, "filter", "TYPE=COMMAND", NULL,                                         \
            "also read files of a type, 'application/rtf', or ending, '.docx':\n"     \
            "COMMAND makes HTML or text of standard input; may be repeated;\n"        \
            "without COMMAND leave them out, as 'application/pdf='")                  \
    X(IGNORE_SELECTOR, "ignore-selector", "SELECTOR", NULL,                           \
            "do not read elements that match: '.sidebar', 'div.cta', '#notice',\n"    \
            "'[role=note]', 'footer .links'; may be repeated; the index keeps\n"      \
            "it, and '' takes it away")                                               \
    X(CONTENT_SELECTOR, "content-selector", "SELECTOR", NULL,                         \
            "of a page with such an element read nothing else, likewise")             \
    X(THESAURUS, "thesaurus", "FILE", NULL,                                           \
            "other names of things, \"concept TAB variant TAB relation TAB\n"         \
            "source\" a line; may be repeated; without it\n"                          \
            "the index keeps its names")                                              \
    X(CURATION, "curation", "FILE", NULL,                                             \
            "what the site decided about answers, a rule a line: pinned pages,\n"     \
            "notes, redirected questions, hidden pages, boosts, recency; without\n"   \
            "it the index keeps its rules, and '' takes them away")                   \
    X(REBUILD, "rebuild", NULL, NULL, "read every page again into a fresh index")     \
    X(READ_ONLY, "read-only", NULL, NULL,                                             \
            "the same, without what updates need: a third smaller, but it\n"          \
            "cannot be updated, only rebuilt")                                        \
    X(SHARDS, "shards", "N", NULL,                                                    \
            "keep the index in N databases, which other machines can serve, with\n"   \
            "the same answers; the index keeps the number, and another one reads\n"   \
            "every page again")                                                       \
    X(FEDERATE, "federate", NULL, NULL,                                               \
            "make INDEX a file that names others, to be asked as one: SHARD... are\n" \
            "folders, or HOST:PORT of xapian-tcpsrv")                                 \
    X(VERIFY, "verify", NULL, NULL,                                                   \
            "read all of the index, without SOURCE, and say what is damaged")         \
    X(REPAIR, "repair", NULL, NULL,                                                   \
            "bring back a damaged index, likewise: what is beside its tables, the\n"  \
            "generation before, or what its stored passages still say")               \
    X(FOLLOW_LINKS, "follow-links", NULL, NULL,                                       \
            "also follow links that lead out of a folder, or to a folder")            \
    X(DRY_RUN, "dry-run", NULL, NULL, "show what would be done, and do nothing")      \
    X(ALLOW_DELETE, "allow-delete", NULL, NULL,                                       \
            "go on even if the index loses more than a third of its pages")           \
    X(JOBS, "jobs", "N", NULL, "threads (default: one a core, at most 16)")           \
    X(SUMMARY, "summary", "FORM", summary_form,                                       \
            ": the counts of the run on standard\n"                                   \
            "error, or on standard output as a line of JSON")                         \
    X(TOLERATE, "tolerate", "N[%]", NULL,                                             \
            "exit with 0 although up to N pages, or N percent of all, could not\n"    \
            "be read")                                                                \
    X(QUIET, "quiet", NULL, NULL,                                                     \
            "report only errors: no progress, no summary; pages left out are\n"       \
            "counted if there are more than a few")                                   \
    X(VERBOSE, "verbose", NULL, NULL,                                                 \
            "name every page that is left out or cannot be read, not only the\n"      \
            "first 20 of a kind")                                                     \
    PROGRAM_OPTIONS(X)

enum index_option { OPTIONS(PROGRAM_OPTION_NUMBER) };

enum { MAX_JOBS = 64, MAX_SHARDS = 64 };

static const struct program_option ROWS[] = { OPTIONS(PROGRAM_OPTION_ROW) };

const struct program PROGRAM = { .name = "palpate-index",
    .usage = "Usage: palpate-index [OPTION]... INDEX [SOURCE]...\n"
             "  or:  palpate-index [--add SOURCE]... [--delete URL]... INDEX\n"
             "  or:  palpate-index --extract [--explain] SOURCE...\n"
             "  or:  palpate-index --report FILE SOURCE...\n"
             "  or:  palpate-index --verify INDEX\n"
             "  or:  palpate-index --repair INDEX\n"
             "  or:  palpate-index --federate INDEX SHARD...\n"
             "Build an index of pages, or bring it up to date: only what changed is "
             "read again.\n"
             "\n"
             "SOURCE is a folder (all below it), an .html, .htm or .xhtml file, any of "
             "them with\n"
             ".gz, a .pdf file, a .warc[.gz] file, an .ndjson[.gz] file of {\"url\": "
             "..., \"html\": "
             "...} lines,\n"
             "or - for one of these two on standard input.  Pages that are not among "
             "the sources\n"
             "leave the index.  Without SOURCE the index is brought up to date with "
             "those that it\n"
             "was built from.\n"
             "\n",
    .options = { ROWS, sizeof ROWS / sizeof *ROWS },
    .ending = "\n"
              "Exit status: 0 success, 1 some pages could not be read, 2 nothing was "
              "changed\n"
              "or the index is damaged, "
              "130 or 143 after an interrupt, which leaves the old index in use.\n" };

static bool read_count(struct index_options *options, enum index_option option)
{
    unsigned long count = 0;
    bool is_jobs = option == OPTION_JOBS;

    if (!program_number(
                &count, &ROWS[option], optarg, 1, is_jobs ? MAX_JOBS : MAX_SHARDS))
        return false;
    if (is_jobs)
        options->run.jobs = (unsigned)count;
    else
        options->run.shards = count;
    return true;
}

static bool add_thesaurus(struct index_options *options)
{
    if (options->run.thesaurus_count == MAX_THESAURI)
        return program_complain("too many --thesaurus", NULL);
    options->thesauri[options->run.thesaurus_count++] = optarg;
    return true;
}

/* What --extract prints: by the options, the terminal and NO_COLOR. */
static palpate_explain choose_form(const struct index_options *options)
{
    if (options->report != NULL)
        return PALPATE_EXPLAIN_HTML;
    if (!options->explain)
        return PALPATE_EXPLAIN_NOTHING;
    return program_has_color(options->color) ? PALPATE_EXPLAIN_COLOR
                                             : PALPATE_EXPLAIN_TEXT;
}

static bool set_files_from(struct index_options *options)
{
    if (options->files_from != NULL)
        return program_complain("--files-from may be given only once", NULL);
    options->files_from = optarg;
    return true;
}

static bool add_name(struct source_names *names, const char *name)
{
    return source_names_add(names, name) || program_complain("out of memory", NULL);
}

/* Adds the patterns of a file to those of the option of `row`.  A file without any says
   that there are none, as an empty pattern does. */
static bool read_patterns(
        struct source_names *patterns, const struct program_option *row)
{
    if (patterns->text == NULL)
        return source_names_read(patterns, row->word, optarg) && add_name(patterns, "");
    (void)fprintf(stderr,
            "palpate-index: --%s may be given only once: see palpate-index --help\n",
            row->word);
    return false;
}

/* Links of an address without a scheme lead nowhere; an empty one is none. */
static bool set_base_url(struct index_options *options)
{
    if (*optarg != '\0' && strncmp(optarg, "http://", 7) != 0 &&
            strncmp(optarg, "https://", 8) != 0)
        return program_complain(
                "--base-url takes an address such as https://clinic.example/", NULL);
    options->run.base_url = optarg;
    return true;
}

static bool set_tolerance(struct index_options *options)
{
    options->has_tolerance = true;
    return tolerance_read(&options->tolerance, optarg);
}

/* Sets what is only given or not. */
static bool set_mark(struct index_options *options, int option)
{
    options->verify |= option == OPTION_VERIFY;
    options->repair |= option == OPTION_REPAIR;
    options->federate |= option == OPTION_FEDERATE;
    options->quiet |= option == OPTION_QUIET;
    options->verbose |= option == OPTION_VERBOSE;
    return true;
}

static bool read_option(void *subject, int option)
{
    struct index_options *options = subject;

    switch ((enum index_option)option) {
    case OPTION_ADD:
        options->run.keeps_others = true;
        return add_name(&options->sources, optarg);
    case OPTION_DELETE: return add_name(&options->deletes, optarg);
    case OPTION_EXTRACT: options->extract = true; return true;
    case OPTION_EXPLAIN: options->explain = true; return true;
    case OPTION_REPORT:
        options->extract = true;
        options->report = optarg;
        return true;
    case OPTION_COLOR:
        return program_choose(&options->color, &ROWS[OPTION_COLOR], optarg);
    case OPTION_FILES_FROM: return set_files_from(options);
    case OPTION_BASE_URL: return set_base_url(options);
    case OPTION_ROOT: options->run.root = optarg; return true;
    case OPTION_EXCLUDE: return add_name(&options->excludes, optarg);
    case OPTION_EXCLUDE_FROM:
        return read_patterns(&options->excludes, &ROWS[OPTION_EXCLUDE_FROM]);
    case OPTION_INCLUDE: return add_name(&options->includes, optarg);
    case OPTION_INCLUDE_FROM:
        return read_patterns(&options->includes, &ROWS[OPTION_INCLUDE_FROM]);
    case OPTION_SITEMAP: return add_name(&options->sitemaps, optarg);
    case OPTION_ROBOTS: options->run.robots = optarg; return true;
    case OPTION_FILTER: return filters_add(&options->filters, optarg);
    case OPTION_IGNORE_SELECTOR: return add_name(&options->ignores, optarg);
    case OPTION_CONTENT_SELECTOR: return add_name(&options->contents, optarg);
    case OPTION_THESAURUS: return add_thesaurus(options);
    case OPTION_CURATION: options->run.curation = optarg; return true;
    case OPTION_REBUILD: options->run.rebuild = true; return true;
    case OPTION_READ_ONLY: options->run.read_only = true; return true;
    case OPTION_FOLLOW_LINKS: options->run.follow_links = true; return true;
    case OPTION_DRY_RUN: options->run.dry_run = true; return true;
    case OPTION_ALLOW_DELETE: options->run.allow_delete = true; return true;
    case OPTION_SHARDS:
    case OPTION_JOBS: return read_count(options, option);
    case OPTION_SUMMARY:
        return program_choose(&options->summary, &ROWS[OPTION_SUMMARY], optarg);
    case OPTION_TOLERATE: return set_tolerance(options);
    default: return set_mark(options, option);
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
            return program_complain("out of memory", NULL);
    if (list != NULL && !source_names_read(sources, ROWS[OPTION_FILES_FROM].word, list))
        return false;
    if (list != NULL && strcmp(list, "-") == 0 && has_standard_input(sources))
        return program_complain("standard input cannot be the list and a source", NULL);
    return true;
}

/* The arguments after the options. */
static enum options_verdict read_words(
        struct index_options *options, int count, char **words)
{
    if (!options->extract && optind < count)
        options->index = words[optind++];
    options->run.thesauri = options->thesauri;
    options->run.includes = options->includes.items;
    options->run.include_count = options->includes.count;
    options->run.excludes = options->excludes.items;
    options->run.exclude_count = options->excludes.count;
    options->run.ignores = options->ignores.items;
    options->run.ignore_count = options->ignores.count;
    options->run.contents = options->contents.items;
    options->run.content_count = options->contents.count;
    options->run.sitemaps = options->sitemaps.items;
    options->run.sitemap_count = options->sitemaps.count;
    filters_add_usual(&options->filters);
    options->run.filters = options->filters.words;
    options->run.filter_count = options->filters.given;
    options->run.usual_filters = options->filters.usual;
    options->run.usual_filter_count = options->filters.usual_count;
    options->run.deletes = options->deletes.items;
    options->run.delete_count = options->deletes.count;
    options->run.explain = choose_form(options);
    if (!take_sources(options, words + optind, (size_t)(count - optind)))
        return OPTIONS_WRONG;
    const char *fault = options_fault(options);
    if (fault != NULL)
        (void)program_complain(fault, NULL);
    return fault == NULL ? OPTIONS_RUN : OPTIONS_WRONG;
}

enum options_verdict options_read(
        struct index_options *options, int count, char **words)
{
    *options = (struct index_options){ 0 };
    enum options_verdict verdict = program_read(count, words, read_option, options);
    return verdict == OPTIONS_RUN ? read_words(options, count, words) : verdict;
}

void options_free(struct index_options *options)
{
    source_names_free(&options->sources);
    source_names_free(&options->includes);
    source_names_free(&options->excludes);
    source_names_free(&options->deletes);
    source_names_free(&options->ignores);
    source_names_free(&options->contents);
    source_names_free(&options->sitemaps);
}

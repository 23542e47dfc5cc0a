#include "options_fault.h"

#include <stddef.h>

/* What is wrong with options of which one asks for the index alone, or NULL. */
static const char *find_fault_of_verify(const struct index_options *options)
{
    if (options->verify + options->repair + options->extract + options->federate > 1)
        return "--verify, --repair, --federate and --extract cannot be given together";
    if (options->federate && options->sources.count == 0)
        return options->index == NULL ? "no index is given" : "no shard is given";
    if (options->federate)
        return NULL;
    if (options->sources.count > 0 || options->files_from != NULL)
        return options->verify ? "--verify takes an index and no source"
                               : "--repair takes an index and no source";
    return options->index == NULL ? "no index is given" : NULL;
}

/* The same of options that change single pages. */
static const char *find_fault_of_pages(const struct index_options *options)
{
    bool changes_pages = options->run.keeps_others || options->deletes.count > 0;

    if (!changes_pages)
        return NULL;
    if (options->extract)
        return "--extract has no index to add pages to, or to delete them from";
    if (options->run.rebuild || options->run.read_only)
        return "--add and --delete cannot be given with --rebuild or --read-only";
    return !options->run.keeps_others && options->sources.count > 0
                   ? "--delete takes no sources: give them with --add"
                   : NULL;
}

/* The same of options that are of a run that counts. */
static const char *find_fault_of_counts(const struct index_options *options)
{
    bool counts = !options->extract && !options->verify && !options->repair &&
                  !options->federate;

    if (counts)
        return NULL;
    if (options->summary != SUMMARY_TEXT)
        return "--summary is of runs that build an index or bring it up to date";
    return options->has_tolerance
                   ? "--tolerate is of runs that build an index or bring it up to date"
                   : NULL;
}

const char *options_fault(const struct index_options *options)
{
    const char *fault = find_fault_of_counts(options);

    if (fault != NULL)
        return fault;
    if (options->explain && !options->extract)
        return "--explain needs --extract";
    if (options->verify || options->repair || options->federate)
        return find_fault_of_verify(options);
    if (!options->extract && options->index == NULL)
        return "no index is given";
    if (options->sources.count == 0 && options->files_from != NULL)
        return "--files-from lists no source";
    return options->extract && options->sources.count == 0
                   ? "no source is given"
                   : find_fault_of_pages(options);
}

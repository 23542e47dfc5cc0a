/* What the command line of palpate-index asks for. */
#ifndef PALPATE_INDEX_CHOICES_H
#define PALPATE_INDEX_CHOICES_H

#include <palpate/palpate.h>

#include "files_from.h"
#include "filters.h"
#include "summary.h"

enum { MAX_THESAURI = 64 };

struct index_options {
    const char *index; /* NULL with --extract */
    struct source_names sources;
    palpate_index_options run;
    const char *thesauri[MAX_THESAURI];
    const char *report;           /* file that the report goes to, or NULL */
    uint32_t color;               /* a choice of program_color() */
    const char *files_from;       /* or NULL */
    struct source_names includes; /* patterns */
    struct source_names excludes;
    struct source_names deletes; /* addresses */
    struct source_names ignores; /* selectors */
    struct source_names contents;
    struct source_names sitemaps; /* files */
    struct filters filters;
    bool extract;
    bool explain;
    bool verify;                /* look at the index alone, */
    bool repair;                /* or bring it back */
    bool federate;              /* make one of others, which the sources are */
    uint32_t summary;           /* a choice of summary_form() */
    struct tolerance tolerance; /* of pages that cannot be read */
    bool has_tolerance;
    bool quiet;
    bool verbose;
};

#endif

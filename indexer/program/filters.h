/* --filter options -> which files are read by which commands. */
#ifndef PALPATE_INDEX_FILTERS_H
#define PALPATE_INDEX_FILTERS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

enum { MAX_FILTERS = 32, FILTER_WORD = 32 };

struct filter {
    char word[FILTER_WORD];   /* for palpate_index_options: ".docx", or ".pdf=" */
    char ending[FILTER_WORD]; /* ".docx" */
    const char *command;      /* for a shell; or NULL: palpate-pdf */
};

struct filters {
    struct filter items[MAX_FILTERS]; /* as they were given, and last the usual one */
    const char *words[MAX_FILTERS];   /* of these, but for the usual one */
    size_t given;
    size_t count;
    const char *usual[1]; /* endings of files that are read without an option */
    size_t usual_count;
    char pdf[PATH_MAX]; /* the path of palpate-pdf, or empty */
};

/* Takes "application/pdf=COMMAND" or ".docx=COMMAND"; without a command such files are
   not read.  False, and said why on standard error, for what is neither. */
bool filters_add(struct filters *filters, const char *word);

/* Adds what is read without an option: PDFs.  Also where palpate-pdf is not there: each
   is then named as one that cannot be read, and those that the index has stay in it. */
void filters_add_usual(struct filters *filters);

/* The filter of an ending that has a command, or NULL. */
const struct filter *filters_find(const struct filters *filters, const char *ending);

#endif

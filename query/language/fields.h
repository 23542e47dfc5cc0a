/* The fields of the query language, and the words that name them. */
#ifndef QUERY_FIELDS_H
#define QUERY_FIELDS_H

#include <palpate/view.h>
#include <stdbool.h>

/* Fields in which words are looked for.  X(name, word before the colon, no facet) */
#define WORD_FIELDS(X)      \
    X(TITLE, "title", NULL) \
    X(HEADING, "heading", NULL)

/* Fields that filter, all of which have facets.  X(name, word before the colon, name of
   the facet); "labels" has a facet for each of their names. */
#define FILTER_FIELDS(X)            \
    X(KIND, "kind", "kind")         \
    X(AUTHOR, "author", "author")   \
    X(SITE, "site", "site")         \
    X(LANGUAGE, "lang", "language") \
    X(DATE, "date", "year")         \
    X(LABEL, "filter", "labels")

/* All of them, for a sentence. */
#define FIELD_WORDS "title, heading, kind, author, site, lang, date and filter"

enum query_field {
    QUERY_ANYWHERE,
#define FIELD_MEMBER(name, word, facet) QUERY_##name,
    WORD_FIELDS(FIELD_MEMBER) FILTER_FIELDS(FIELD_MEMBER)
#undef FIELD_MEMBER
};

/* The word that stands before the colon; static storage, NUL-terminated; an empty one
   of QUERY_ANYWHERE. */
palpate_view field_word(enum query_field field);

/* Finds the field of a word; false, and `*field` as it was, where there is none. */
bool field_of_word(enum query_field *field, palpate_view word);

bool field_is_filter(enum query_field field);

#endif

/* The letters of a text -> the language that they are of, where they tell. */
#ifndef INDEXER_SCRIPT_LANGUAGE_H
#define INDEXER_SCRIPT_LANGUAGE_H

#include <palpate/view.h>
#include <stdint.h>

/* Scripts that are not Latin; several languages share some of them. */
enum { SCRIPT_COUNT = 23, SCRIPT_MARKS = 10 };

/* What was seen of a text; all 0 at first. */
struct script_counts {
    uint32_t latin;                 /* letters */
    uint32_t scripts[SCRIPT_COUNT]; /* letters of each, in the order of the table */
    uint32_t marks[SCRIPT_MARKS];   /* letters that tell languages of a script apart */
};

/* Counts the characters of a piece of text, UTF-8. */
void script_count(struct script_counts *counts, palpate_view piece);

/* The language of most letters, where they are not Latin: its code, static.
   `*languages` lists all that are written so, for example "zh ja", empty where the
   letters tell it from them.  Empty for Latin letters, or where most are. */
palpate_view script_language(
        const struct script_counts *counts, palpate_view *languages);

#endif

/* What a page writes where an author belongs -> the name. */
#ifndef INDEXER_NAMES_H
#define INDEXER_NAMES_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

/* "By Jane Doe" as "Jane Doe", a part of `text`; empty where it holds no name but an
   address, a number or a word that stands on every page. */
palpate_view name_clean(palpate_view text);

/* The names at the start of `text`, written in Chinese or Japanese signs: short words
   with spaces or commas between them; empty where none is. */
palpate_view name_in_signs(palpate_view text);

/* Whether `text` could be the name of a person or team and nothing else: a few words
   that start with capitals; after a label one word will do, and any. */
bool name_is_likely(palpate_view text, bool is_labelled);

/* Whether `text` is a list of such names, "A, B and C", or one. */
bool name_are_likely(palpate_view text, bool is_labelled);

/* The size of what joins two names at `place`, a comma or "and", or 0. */
size_t name_joint_at(palpate_view text, size_t place);

/* Whether `text` is no person by what it is called: "Knee Clinic Ltd", "knees.example",
   "Editorial team". */
bool name_is_organization(palpate_view text);

/* Whether `text` names people who sign together: "Clinic editorial board". */
bool name_is_team(palpate_view text);

/* Whether `text` could be the account of a member of a site: a single word. */
bool name_is_account(palpate_view text);

#endif

/* Thesaurus files -> names with their concept. */
#ifndef CORE_THESAURUS_LINES_H
#define CORE_THESAURUS_LINES_H

#include "core/thesaurus.h"

/* A file of lines "concept TAB variant TAB relation TAB source [TAB ambiguous [TAB
   language]]"; lines that start with '#' and empty lines say nothing.  A MedQuAD-like
   line "head TAB name|name" is read as synonyms. */
struct thesaurus_file {
    palpate_view name; /* for messages, and the source where a line names none */
    palpate_view bytes;
};

/* A name of a concept. */
struct thesaurus_entry {
    palpate_view concept; /* key of the concept's head */
    palpate_view key;     /* of the name; equal to `concept` for the head itself */
    palpate_view spoken;  /* its key by the stems of its language, or empty */
    palpate_view text;
    palpate_view source;
    enum thesaurus_relation relation; /* to the head */
    bool is_ambiguous;
};

struct thesaurus_entries {
    struct thesaurus_entry *items;
    size_t count;
    size_t room;
};

/* Reads all lines of `file`; entries live in `arena`, texts borrow the file.
   PALPATE_BAD_INPUT with file and line, PALPATE_NO_MEMORY. */
palpate_status thesaurus_read(struct thesaurus_entries *entries, struct arena *arena,
        const struct thesaurus_file *file, struct analyzer *analyzer,
        palpate_error *err);

#endif

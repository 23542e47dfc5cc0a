#include "query/expand/word_families.h"

#include <string.h>

#include "core/view.h"
#include "query/expand/terms.h"

#define WORD(members, relation) { RELATION_##relation, members },
static const struct {
    enum thesaurus_relation relation;
    const char *members;
} FAMILIES[] = {
#include "words/en/families.inc"
};

enum { FAMILY_COUNT = sizeof FAMILIES / sizeof *FAMILIES };

/* The member from `*place` on; moves `*place` after it.  Empty at the end. */
static palpate_view next_member(const char **place)
{
    palpate_view member = { *place, strcspn(*place, "|") };

    *place += member.size;
    *place += **place == '|';
    return member;
}

/* Lists the members that the words are not; false where they are none of the family. */
static bool list_others(struct word_family *out, const char *members,
        struct analyzer *analyzer, const struct query_word *words, uint32_t count)
{
    bool is_found = false;

    out->count = 0;
    for (palpate_view member = next_member(&members); member.size > 0;
            member = next_member(&members)) {
        if (terms_name(analyzer, member, words, count))
            is_found = true;
        else if (out->count < MAX_FAMILY_WORDS)
            out->items[out->count++] = member;
    }
    return is_found;
}

/* All members of a family start with one letter; "oedema" is told from "edema" later.
 */
static bool may_start(palpate_view folded, char letter)
{
    return folded.size > 1 && (folded.data[0] == letter || folded.data[1] == letter);
}

void word_families_find(struct word_family *out, struct analyzer *analyzer,
        const struct query_word *words, uint32_t count)
{
    for (size_t i = 0; count <= 2 && i < FAMILY_COUNT; i++) {
        if (!may_start(words[0].folded, FAMILIES[i].members[0]))
            continue;
        out->relation = FAMILIES[i].relation;
        if (list_others(out, FAMILIES[i].members, analyzer, words, count))
            return;
    }
    out->count = 0;
}

const char *word_family_at(size_t place)
{
    return place < FAMILY_COUNT ? FAMILIES[place].members : NULL;
}

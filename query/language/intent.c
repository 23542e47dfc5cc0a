#include "query/language/intent.h"

#include "core/view.h"
#include "query/language/asked_words.h"

#define WORD(words, kind) { PALPATE_VIEW_INIT(" " words), 1U << KIND_##kind },
static const struct asked_for ASKING[] = {
#include "words/en/intent.inc"
};

palpate_status intent_kinds(
        uint32_t *out, const struct query_tree *tree, palpate_error *err)
{
    return asked_words_find(out, tree, ASKING, sizeof ASKING / sizeof *ASKING, err);
}

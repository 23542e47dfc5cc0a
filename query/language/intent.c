#include "query/language/intent.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"
#include "query/language/asked_words.h"

/* The question has a space before each word and after the last one. */
#define WORD(words, kind) { PALPATE_VIEW_INIT(" " words), 1U << KIND_##kind },
static const struct {
    palpate_view words;
    uint32_t kinds;
} ASKING[] = {
#include "words/en/intent.inc"
};

palpate_status intent_kinds(
        uint32_t *out, const struct query_tree *tree, palpate_error *err)
{
    struct buffer words = { 0 };

    *out = 0;
    asked_words_append(&words, tree);
    bool failed = words.failed;
    for (size_t i = 0; !failed && i < sizeof ASKING / sizeof *ASKING; i++)
        if (view_find(buffer_view(&words), ASKING[i].words) < words.size)
            *out |= ASKING[i].kinds;
    buffer_free(&words);
    return failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for a question")
                  : PALPATE_OK;
}

#include "core/completion.h"

#include <assert.h>
#include <string.h>
#include <xapian-c/base.h>

#include "core/term.h"
#include "core/token.h"
#include "core/view.h"

static_assert((int)COMPLETION_SIZE + 2 <= (int)XC_TERM_SIZE,
        "the index takes every key after its prefix");

size_t completion_key(palpate_view text, char out[COMPLETION_SIZE])
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    size_t size = 0;

    while (token_next(&tokens, &token)) {
        char word[WORD_SIZE];
        size_t more = word_fold(view_slice(text, token.offset, token.size), word);
        if (more == 0)
            continue;
        if (size + 1 + more > COMPLETION_SIZE)
            break;
        if (size > 0)
            out[size++] = ' ';
        memcpy(out + size, word, more);
        size += more;
    }
    return size;
}

uint32_t completion_starts(palpate_view key, uint32_t starts[COMPLETION_STARTS])
{
    uint32_t count = 0;

    for (size_t place = 0; place < key.size && count < COMPLETION_STARTS;) {
        palpate_view rest = view_slice(key, place, key.size);
        palpate_view word = view_slice(rest, 0, view_find(rest, PALPATE_VIEW(" ")));
        if (place == 0 || !is_stop_word(word))
            starts[count++] = (uint32_t)place;
        place += word.size + 1;
    }
    return count;
}

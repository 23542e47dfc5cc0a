/* A byte is a language, and what follows a text: its words lie in it one after the
   other, folding twice is folding once, and a term fits, is the same again, and has the
   mark of its language and of no other. */
#include <string.h>

#include "core/term.h"
#include "core/utf8.h"
#include "core/view.h"
#include "fuzz.h"

static void require_folded(char folded[WORD_SIZE], size_t *size, palpate_view word)
{
    char again[WORD_SIZE];

    *size = word_fold(word, folded);
    REQUIRE(*size <= WORD_SIZE);
    REQUIRE(utf8_is_valid((palpate_view){ folded, *size }));
    size_t same = word_fold((palpate_view){ folded, *size }, again);
    REQUIRE(same == *size && memcmp(again, folded, same) == 0);
}

static void require_term(struct analyzer *analyzer, palpate_view folded)
{
    const struct stemming *language = analyzer_language(analyzer);
    char kept[WORD_SIZE + LANGUAGE_MARK_SIZE];
    palpate_view term = term_of(analyzer, folded);

    REQUIRE(term.size > 0 && term.size <= sizeof kept);
    memcpy(kept, term.data, term.size);
    REQUIRE(term_language(term) == language);
    REQUIRE(term_without_mark(term).size +
                    (language != NULL ? LANGUAGE_MARK_SIZE : 0) ==
            term.size);
    REQUIRE(utf8_is_valid(term));
    REQUIRE(view_equals(term_of(analyzer, folded), (palpate_view){ kept, term.size }));
    if (language == NULL)
        REQUIRE(may_have_term(folded, term));
    (void)term_is_stop(analyzer, folded);
}

void fuzz_one(palpate_view bytes)
{
    static struct analyzer *analyzer;
    unsigned which = fuzz_byte(&bytes);
    struct tokenizer tokens = tokens_of(bytes);
    struct token token;
    size_t end = 0;

    if (analyzer == NULL)
        REQUIRE(analyzer_open(&analyzer, NULL) == PALPATE_OK);
    (void)analyzer_speak(analyzer, stemming_at(which % (SPOKEN_LANGUAGES + 1)));
    for (uint32_t count = 0; token_next(&tokens, &token); count++) {
        char folded[WORD_SIZE];
        size_t size = 0;
        REQUIRE(token.position == count && token.offset >= end && token.size > 0);
        end = (size_t)token.offset + token.size;
        REQUIRE(end <= bytes.size);
        require_folded(folded, &size, view_slice(bytes, token.offset, token.size));
        if (size > 0)
            require_term(analyzer, (palpate_view){ folded, size });
    }
}

#include "core/thesaurus.h"

#include "core/fail.h"
#include "core/varint.h"
#include "core/view.h"

static const palpate_view RELATION_WORDS[RELATION_COUNT] = {
#define RELATION_WORD(name, value, word) [value] = PALPATE_VIEW_INIT(word),
    THESAURUS_RELATIONS(RELATION_WORD)
#undef RELATION_WORD
};

palpate_view thesaurus_relation_word(enum thesaurus_relation relation)
{
    return RELATION_WORDS[relation];
}

bool thesaurus_key(struct buffer *out, struct analyzer *analyzer, palpate_view name)
{
    struct tokenizer tokens = tokens_of(name);
    size_t start = out->size;
    struct token token;
    size_t count = 0;

    while (token_next(&tokens, &token)) {
        palpate_view term =
                term_of_word(analyzer, view_slice(name, token.offset, token.size));
        if (count++ > 0)
            buffer_append_byte(out, ' ');
        buffer_append(out, term);
    }
    if (count > 0 && count <= THESAURUS_WORDS)
        return !out->failed;
    out->size = start;
    return false;
}

static bool take_name(palpate_view *bytes, struct thesaurus_name *name)
{
    if (bytes->size < 2 || (unsigned char)bytes->data[0] >= RELATION_COUNT)
        return false;
    name->relation = (enum thesaurus_relation)bytes->data[0];
    name->is_ambiguous = (bytes->data[1] & THESAURUS_AMBIGUOUS) != 0;
    name->is_short_form = (bytes->data[1] & THESAURUS_SHORT_FORM) != 0;
    *bytes = view_slice(*bytes, 2, bytes->size);
    return varint_take_view(bytes, &name->text) &&
           varint_take_view(bytes, &name->source);
}

palpate_status thesaurus_decode(struct thesaurus_name **names, uint32_t *count,
        struct arena *arena, palpate_view value, palpate_error *err)
{
    size_t room = 0;

    *names = NULL;
    *count = 0;
    while (value.size > 0) {
        struct thesaurus_name name;
        if (!take_name(&value, &name))
            return fail(err, PALPATE_CORRUPT,
                    "an entry of the thesaurus is damaged: rebuild the index with "
                    "palpate-index --rebuild");
        if (!arena_grow(arena, (void **)names, &room, *count, sizeof **names))
            return fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus");
        (*names)[(*count)++] = name;
    }
    return PALPATE_OK;
}

#include "query/expand/variant_list.h"

#include <stdio.h>

void variant_list_add(struct word_variants *out, enum thesaurus_relation relation,
        palpate_view first, const char *between, palpate_view second)
{
    struct word_variant *variant = &out->items[out->count];

    if (out->count == MAX_VARIANTS || first.size + second.size + 1 >= VARIANT_SIZE)
        return;
    int size = snprintf(variant->text, sizeof variant->text, "%.*s%s%.*s",
            (int)first.size, first.data, between, (int)second.size,
            second.size == 0 ? "" : second.data);
    variant->size = (size_t)size;
    variant->relation = relation;
    variant->is_number = false;
    out->count++;
}

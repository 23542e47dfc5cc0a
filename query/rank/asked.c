#include "query/rank/asked.h"

#include "core/kind.h"
#include "query/language/amounts.h"
#include "query/language/intent.h"

/* Who asks whether something is safe, or when to worry, must not have to read past what
   answers: these kinds count twice. */
static const double CAUTION_FACTOR = 2;

/* What a passage of warnings loses where nobody asks for warnings, as a share of what
   its kind would earn it. */
static const double UNASKED_WARNING = 0.7;

/* What an amount earns of another thing than the one that "how many" asks for. */
static const double OTHER_COUNT = 0.5;

bool asked_is_answered(uint32_t kinds, const struct passage_record *record)
{
    const uint32_t count = record->heading_count;

    return (kinds >> record->kind & 1) != 0 ||
           (count > 0 && intent_of_heading(record->heading[count - 1], kinds) != 0);
}

double asked_kind_share(
        uint32_t kinds, bool asks_if_safe, const struct passage_record *record)
{
    const uint32_t safety = asks_if_safe ? 1U << KIND_CONTRAINDICATIONS : 0;
    bool is_warning = kind_is_warning((int)record->kind);

    if (asked_is_answered(kinds | safety, record))
        return is_warning ? CAUTION_FACTOR : 1;
    return is_warning && !asks_if_safe ? -UNASKED_WARNING : 0;
}

double asked_amount_share(uint32_t amounts, palpate_view counted, palpate_view text)
{
    if (amounts == 0 || !amounts_are_given(text, amounts))
        return 0;
    return counted.size == 0 || amounts_count(text, counted) ? 1 : OTHER_COUNT;
}

#include "query/rank/asked.h"

#include "core/kind.h"
#include "query/language/amounts.h"

/* Who asks whether something is safe, or when to worry, must not have to read past what
   answers: these kinds count twice. */
static const double CAUTION_FACTOR = 2;

/* What a passage of warnings loses where nobody asks for warnings, as a share of what
   its kind would earn it. */
static const double UNASKED_WARNING = 0.7;

/* What an amount earns of another thing than the one that "how many" asks for. */
static const double OTHER_COUNT = 0.5;

double asked_kind_share(uint32_t kinds, bool asks_if_safe, int kind)
{
    const uint32_t safety = 1U << KIND_CONTRAINDICATIONS;
    bool is_warning = kind_is_warning(kind);

    if (((kinds | (asks_if_safe ? safety : 0)) >> kind & 1) != 0)
        return is_warning ? CAUTION_FACTOR : 1;
    return is_warning && !asks_if_safe ? -UNASKED_WARNING : 0;
}

double asked_amount_share(uint32_t amounts, palpate_view counted, palpate_view text)
{
    if (amounts == 0 || !amounts_are_given(text, amounts))
        return 0;
    return counted.size == 0 || amounts_count(text, counted) ? 1 : OTHER_COUNT;
}

/* Any bytes are a style sheet: its rules are within their bounds and name parts of it,
   and the same sheet once more gives the same rules, up to their bound. */
#include "core/view.h"
#include "fuzz.h"
#include "indexer/html/style_rules.h"

static void require_selector(const struct style_selector *selector, palpate_view css)
{
    REQUIRE(selector->count <= STYLE_CLASSES);
    REQUIRE(selector->tag.size + selector->id.size + selector->count > 0);
    REQUIRE(selector->tag.size <= css.size && selector->id.size <= css.size);
    for (uint32_t i = 0; i < selector->count; i++)
        REQUIRE(selector->classes[i].size > 0 && selector->classes[i].size <= css.size);
}

static void require_rule(const struct style_rule *rule, palpate_view css)
{
    REQUIRE(rule->property < STYLE_PROPERTIES);
    require_selector(&rule->selector, css);
}

void fuzz_one(palpate_view bytes)
{
    struct arena arena = { 0 };
    struct style_rules rules = { .count = 0 };
    struct style_rules again = { .count = 0 };

    REQUIRE(style_rules_read(&rules, &arena, bytes));
    REQUIRE(rules.count <= STYLE_RULES);
    for (uint32_t i = 0; i < rules.count; i++)
        require_rule(&rules.items[i], bytes);
    REQUIRE(style_rules_read(&again, &arena, bytes));
    REQUIRE(again.count == rules.count);
    for (uint32_t i = 0; i < rules.count; i++)
        REQUIRE(again.items[i].hides == rules.items[i].hides &&
                again.items[i].property == rules.items[i].property &&
                view_equals(again.items[i].selector.tag, rules.items[i].selector.tag));
    (void)style_is_for_screens(bytes);
    arena_free(&arena);
}

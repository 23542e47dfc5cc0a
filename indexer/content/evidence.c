#include "indexer/content/evidence.h"

#include "core/view.h"
#include "indexer/content/claims.h"
#include "indexer/content/vocabulary.h"

static void observe(struct evidence *out, bool is_so, unsigned item)
{
    if (is_so && out->count < MAX_EVIDENCE)
        out->items[out->count++] = (uint16_t)item;
}

/* Observes in which of the steps from `first` on a value lies: up to limits[0], up to
   limits[1], …, above all. */
static void grade(struct evidence *out, unsigned first, uint64_t value,
        const uint16_t *limits, unsigned count)
{
    unsigned step = 0;

    while (step < count && value > limits[step])
        step++;
    observe(out, true, first + step);
}

#define GRADE(out, first, value, ...)                                     \
    do {                                                                  \
        static const uint16_t LIMITS[] = { __VA_ARGS__ };                 \
        grade(out, first, value, LIMITS, sizeof LIMITS / sizeof *LIMITS); \
    } while (0)

static uint64_t percent(uint64_t part, uint64_t whole)
{
    return whole == 0 ? 0 : part * 100 / whole;
}

static uint32_t tags_of(const struct landscape *land, const struct block *block)
{
    return land->places[block->owner].tags;
}

/* An address, a key or a moment to the second: one long word of ASCII. */
static bool is_for_machines(palpate_view text)
{
    enum { LONG = 18 /* bytes */ };

    if (text.size < LONG)
        return false;
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] == ' ' || (unsigned char)text.data[i] >= 0x80)
            return false;
    return true;
}

static void observe_text(
        struct evidence *out, const struct landscape *land, uint32_t number)
{
    enum { LABEL_WORDS = 6, SENTENCE_WORDS = 7, COMMA_WORDS = 10, DATE_WORDS = 14 };
    const struct block *block = &land->blocks->items[number];
    const struct wording *w = &land->wording[number];
    uint64_t links = percent(block->links, block->text.size);
    bool is_short = w->words <= LABEL_WORDS;

    GRADE(out, SEEN_WORDS_1, w->words, 1, 3, 6, 12, 24, 49, 99);
    GRADE(out, SEEN_LINKS_0, links, 0, 19, 49, 79);
    observe(out, is_short && (w->phrases >> PHRASE_ADVERT & 1) != 0, SEEN_ADVERT_LABEL);
    observe(out, is_short && links > 79, SEEN_SHORT_LINK);
    observe(out, links > 49 && (tags_of(land, block) & PLACE_LIST) == 0 && w->words > 3,
            SEEN_LINE_LINK);
    observe(out, !is_short && links > 79, SEEN_LONG_LINK);
    observe(out, w->last == '.' || w->last == '!', SEEN_ENDS_SENTENCE);
    observe(out, w->last == ':', SEEN_ENDS_COLON);
    observe(out, w->last == '?', SEEN_ENDS_QUESTION);
    observe(out,
            view_ends_with(block->text, PALPATE_VIEW("...")) ||
                    view_ends_with(block->text, PALPATE_VIEW("\xE2\x80\xA6")),
            SEEN_ENDS_ELLIPSIS);
    observe(out, view_starts_with(block->text, PALPATE_VIEW("\xE2\x80\x94")),
            SEEN_STARTS_DASH);
    observe(out, is_for_machines(block->text), SEEN_FOR_MACHINES);
    observe(out, w->sentences > 1, SEEN_SENTENCES);
    observe(out, w->commas > 0 && w->words <= COMMA_WORDS, SEEN_COMMAS);
    if (w->words >= SENTENCE_WORDS)
        GRADE(out, SEEN_STOP_9, percent(w->function, w->words), 9, 19, 29, 39);
    observe(out, w->words > 0 && w->capital == w->words, SEEN_CAPITALS);
    observe(out, w->letters > 3 && w->upper == w->letters, SEEN_SHOUTS);
    observe(out, w->digits > 0 && w->digits * 2 > w->letters, SEEN_DIGITS);
    observe(out, w->words <= DATE_WORDS && w->has_year && w->has_month, SEEN_DATE);
    observe(out, w->has_price, SEEN_PRICE);
    observe(out, w->has_price && is_short, SEEN_PRICE_SHORT);
}

static void observe_phrases(struct evidence *out, const struct wording *wording)
{
    static const struct {
        enum wording_phrase phrase;
        unsigned item;
    } PHRASES[] = {
        { PHRASE_COPYRIGHT, SEEN_COPYRIGHT },
        { PHRASE_ACTION, SEEN_SAYS_ACTION },
        { PHRASE_COMMENT, SEEN_SAYS_COMMENT },
        { PHRASE_SIGNUP, SEEN_SAYS_SIGNUP },
        { PHRASE_CONSENT, SEEN_SAYS_CONSENT },
        { PHRASE_BYLINE, SEEN_SAYS_BYLINE },
        { PHRASE_RELATED, SEEN_SAYS_RELATED },
        { PHRASE_ADVERT, SEEN_SAYS_ADVERT },
        { PHRASE_CREDIT, SEEN_SAYS_CREDIT },
    };

    for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++)
        observe(out, (wording->phrases >> PHRASES[i].phrase & 1) != 0, PHRASES[i].item);
}

static void observe_kind(struct evidence *out, const struct block *block, uint32_t tags)
{
    bool is_heading = block->kind == BLOCK_HEADING;
    bool is_plain = block->kind == BLOCK_TEXT;
    static const struct {
        uint32_t tag;
        unsigned item;
    } INSIDE[] = {
        { PLACE_QUOTE, SEEN_IN_QUOTE },
        { PLACE_FIGURE, SEEN_IN_FIGURE },
        { PLACE_TABLE, SEEN_IN_TABLE },
        { PLACE_LIST, SEEN_IN_LIST },
        { PLACE_FORM, SEEN_IN_FORM },
        { PLACE_ADDRESS, SEEN_IN_ADDRESS },
        { PLACE_DETAILS, SEEN_IN_DETAILS },
        { PLACE_NAV, SEEN_IN_NAV },
        { PLACE_ASIDE, SEEN_IN_ASIDE },
        { PLACE_HEADER, SEEN_IN_HEADER },
        { PLACE_FOOTER, SEEN_IN_FOOTER },
        { PLACE_DIALOG, SEEN_IN_DIALOG },
        { PLACE_HIDDEN, SEEN_HIDDEN },
        { PLACE_CODE, SEEN_PREFORMATTED },
        { PLACE_TERM, SEEN_TERM },
        { PLACE_LABEL, SEEN_LABEL },
        { PLACE_BUTTON, SEEN_IN_BUTTON },
        { PLACE_NOSCRIPT, SEEN_IN_NOSCRIPT },
    };

    if (is_heading)
        observe(out, true,
                SEEN_HEADING_1 + (block->level > 4 ? 3U : block->level - 1U));
    observe(out, block->kind == BLOCK_ITEM, SEEN_ITEM);
    observe(out, block->kind == BLOCK_CELL, SEEN_CELL);
    observe(out, is_plain && (tags & PLACE_PARAGRAPH) != 0, SEEN_PARAGRAPH);
    observe(out, is_plain && (tags & PLACE_PARAGRAPH) == 0, SEEN_BARE);
    for (size_t i = 0; i < sizeof INSIDE / sizeof *INSIDE; i++)
        observe(out, (tags & INSIDE[i].tag) != 0, INSIDE[i].item);
}

static void observe_names(struct evidence *out, const struct place *place)
{
    for (unsigned i = 0; i < GROUP_COUNT; i++) {
        observe(out, (place->near & GROUP_BIT(i)) != 0, SEEN_NEAR_NAVIGATION + i);
        observe(out, (place->outer & GROUP_BIT(i)) != 0, SEEN_OUTER_NAVIGATION + i);
    }
}

/* Links, length and share of the prose of an element. */
static void observe_mass(struct evidence *out, const struct landscape *land,
        uint32_t node, unsigned links, unsigned words, unsigned share)
{
    const struct mass *mass = &land->places[node].mass;
    uint32_t blocks = mass->blocks > 0 ? mass->blocks : 1;

    GRADE(out, links, percent(mass->links, mass->text), 4, 19, 49, 79);
    GRADE(out, words, mass->words / blocks, 3, 7, 14, 29);
    GRADE(out, share, percent(mass->prose, land->places[0].mass.prose), 0, 4, 19, 49);
}

uint32_t evidence_siblings(const struct tree *tree, uint32_t node)
{
    enum { FAR = 400 /* nodes looked at */, ENOUGH = 6 };
    palpate_view class = node_attribute(&tree->nodes[node], PALPATE_VIEW("class"));
    uint32_t parent = tree->nodes[node].parent;
    uint32_t count = 0;
    unsigned looks = 0;

    if (class.size == 0 || node == 0)
        return 0;
    for (uint32_t i = parent + 1;
            i < tree->nodes[parent].end && looks++ < FAR && count < ENOUGH;
            i = tree->nodes[i].end) {
        const struct node *brother = &tree->nodes[i];
        count += i != node && !brother->is_text &&
                 brother->tag == tree->nodes[node].tag &&
                 view_equals(node_attribute(brother, PALPATE_VIEW("class")), class);
    }
    return count;
}

static void observe_surroundings(
        struct evidence *out, const struct landscape *land, const struct place *place)
{
    uint32_t section = landscape_section(land, place->group);
    const struct place *branch = &land->places[place->branch];
    uint64_t whole = land->places[0].mass.prose;
    uint32_t branch_blocks = branch->mass.blocks > 0 ? branch->mass.blocks : 1;
    uint32_t siblings = evidence_siblings(land->tree, place->group);
    uint32_t brothers = evidence_siblings(land->tree, place->branch);

    observe_mass(out, land, place->group, SEEN_GROUP_LINKS_4, SEEN_GROUP_WORDS_3,
            SEEN_GROUP_SHARE_0);
    observe_mass(out, land, section, SEEN_SECTION_LINKS_4, SEEN_SECTION_WORDS_3,
            SEEN_SECTION_SHARE_0);
    GRADE(out, SEEN_BRANCH_LINKS_4, percent(branch->mass.links, branch->mass.text), 4,
            19, 49, 79);
    GRADE(out, SEEN_BRANCH_WORDS_3, branch->mass.words / branch_blocks, 3, 7, 14, 29);
    GRADE(out, SEEN_BRANCH_SHARE_0, percent(branch->mass.prose, whole), 0, 2, 9, 29,
            59);
    GRADE(out, SEEN_MAIN_PART_DISTANCE_0, place->distance, 0, 1, 2, 4);
    if (place->distance == 0)
        GRADE(out, SEEN_MAIN_PART_DEPTH_0, place->depth, 0, 1, 2, 4);
    GRADE(out, SEEN_SIBLINGS_0, siblings > brothers ? siblings : brothers, 0, 2, 5);
    if (place->main != TREE_NONE)
        GRADE(out, SEEN_MAIN_0, percent(land->places[place->main].mass.prose, whole), 0,
                9, 49);
    if (place->article != TREE_NONE)
        GRADE(out, SEEN_ARTICLE_0,
                percent(land->places[place->article].mass.prose, whole), 0, 9, 49);
    observe(out, place->article != TREE_NONE && land->articles > 2, SEEN_ARTICLES);
}

static void observe_position(
        struct evidence *out, const struct landscape *land, uint32_t number)
{
    enum { TENTH = 10 };
    uint32_t count = land->blocks->count;

    if (number < land->main_part_first)
        GRADE(out, SEEN_BEFORE_MAIN_PART_0, land->main_part_first - number - 1, 0, 2, 5,
                12);
    else if (number > land->main_part_last)
        GRADE(out, SEEN_AFTER_MAIN_PART_0, number - land->main_part_last - 1, 0, 2, 5,
                12);
    GRADE(out, SEEN_REGION_4, land->inside[number], 4, 19, 49, 79, 94);
    if (land->regions.count > 0) {
        const struct region *best = &land->regions.items[land->regions.best];
        observe(out, number < best->first, SEEN_BEFORE_REGION);
        observe(out, number >= best->end, SEEN_AFTER_REGION);
        observe(out, number > land->regions.title && number < best->first,
                SEEN_TITLE_TO_REGION);
    }
    observe(out, number == land->regions.described, SEEN_IS_DESCRIPTION);
    observe(out, land->regions.title < count && number < land->regions.title,
            SEEN_BEFORE_TITLE);
    observe(out, number < land->h1 && land->h1 < count, SEEN_BEFORE_H1);
    if (number > land->h1)
        GRADE(out, SEEN_AFTER_H1_0, number - land->h1 - 1, 0, 2, 5);
    observe(out, (uint64_t)number * TENTH < count, SEEN_FIRST_TENTH);
    observe(out, (uint64_t)(count - number) * TENTH <= count, SEEN_LAST_TENTH);
}

static bool is_link(const struct landscape *land, uint32_t number)
{
    const struct block *block = &land->blocks->items[number];

    return (size_t)block->links * 2 > block->text.size;
}

static bool is_heading(const struct landscape *land, uint32_t number)
{
    return land->blocks->items[number].kind == BLOCK_HEADING;
}

static void observe_neighbours(
        struct evidence *out, const struct landscape *land, uint32_t number)
{
    uint32_t count = land->blocks->count;
    bool has_next = number + 1 < count;
    bool heads_prose =
            has_next &&
            (landscape_is_prose(land, number + 1) ||
                    (number + 2 < count && landscape_is_prose(land, number + 2)));

    if (number > 0) {
        observe(out, landscape_is_prose(land, number - 1), SEEN_PREVIOUS_PROSE);
        observe(out, is_link(land, number - 1), SEEN_PREVIOUS_LINK);
        observe(out, is_heading(land, number - 1), SEEN_PREVIOUS_HEADING);
    }
    if (has_next) {
        observe(out, landscape_is_prose(land, number + 1), SEEN_NEXT_PROSE);
        observe(out, is_link(land, number + 1), SEEN_NEXT_LINK);
        observe(out, is_heading(land, number + 1), SEEN_NEXT_HEADING);
    }
    observe(out, is_heading(land, number) && heads_prose, SEEN_HEADS_PROSE);
    observe(out, is_heading(land, number) && has_next && is_link(land, number + 1),
            SEEN_HEADS_LINKS);
}

static void observe_page(struct evidence *out, const struct landscape *land)
{
    const struct mass *page = &land->places[0].mass;

    observe(out, (land->claims & CLAIM_ARTICLE) != 0, SEEN_PAGE_ARTICLE);
    observe(out, (land->claims & CLAIM_PRODUCT) != 0, SEEN_PAGE_PRODUCT);
    observe(out, (land->claims & CLAIM_FORUM) != 0, SEEN_PAGE_FORUM);
    GRADE(out, SEEN_PAGE_PROSE_39, page->prose, 39, 99, 299);
    GRADE(out, SEEN_PAGE_MAIN_PART_19,
            percent(land->places[land->main_part].mass.prose, page->prose), 19, 49, 79);
    GRADE(out, SEEN_PAGE_LINKS_19, percent(page->links, page->text), 19, 49);
}

/* Percent of the page's prose in blocks whose elements have the same names. */
static uint64_t prose_alike(const struct landscape *land, uint32_t number)
{
    uint32_t same = land->names_row[number];

    return same == SAME_NAMES_NONE
                   ? 0
                   : percent(land->same_names[same].prose, land->places[0].mass.prose);
}

void evidence_gather(struct evidence *out, const struct landscape *land,
        uint32_t number, palpate_view title)
{
    const struct block *block = &land->blocks->items[number];
    const struct place *place = &land->places[block->owner];

    out->count = 0;
    observe_text(out, land, number);
    observe_phrases(out, &land->wording[number]);
    observe(out,
            block->text.size > 3 &&
                    view_find_ignoring_case(title, block->text) < title.size,
            SEEN_IS_TITLE);
    observe(out, block->is_twice, SEEN_TWICE);
    observe_kind(out, block, place->tags);
    GRADE(out, SEEN_ALIKE_0, prose_alike(land, number), 0, 4, 19, 49);
    observe_names(out, place);
    observe_surroundings(out, land, place);
    observe_position(out, land, number);
    observe_neighbours(out, land, number);
    observe_page(out, land);
}

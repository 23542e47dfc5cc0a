#include "query/expand/families.h"

#include <string.h>

#include "core/view.h"
#include "query/expand/terms.h"

/* What the stemmer keeps apart.  Adjectives that mean more than their noun does
   ("cervical", "radial") are not here. */
static const struct {
    enum thesaurus_relation relation;
    const char *members;
} FAMILIES[] = {
    { RELATION_SYNONYM, "physiotherapy|physical therapy|physio" },
    { RELATION_SYNONYM, "physiotherapist|physical therapist" },
    { RELATION_ABBREVIATION, "rehabilitation|rehab" },
    { RELATION_SPELLING, "disc|disk" },
    { RELATION_SPELLING, "dietician|dietitian" },
    { RELATION_FORM, "spine|spinal" },
    { RELATION_FORM, "muscle|muscular" },
    { RELATION_FORM, "vertebra|vertebral" },
    { RELATION_FORM, "vein|venous" },
    { RELATION_FORM, "tendon|tendinous" },
    { RELATION_FORM, "pelvis|pelvic" },
    { RELATION_FORM, "thorax|thoracic" },
    { RELATION_FORM, "sacrum|sacral" },
    { RELATION_FORM, "coccyx|coccygeal" },
    { RELATION_FORM, "tibia|tibial" },
    { RELATION_FORM, "fibula|fibular" },
    { RELATION_FORM, "femur|femoral" },
    { RELATION_FORM, "humerus|humeral" },
    { RELATION_FORM, "ulna|ulnar" },
    { RELATION_FORM, "scapula|scapular" },
    { RELATION_FORM, "clavicle|clavicular" },
    { RELATION_FORM, "patella|patellar" },
    { RELATION_FORM, "meniscus|meniscal" },
    { RELATION_FORM, "fascia|fascial" },
    { RELATION_FORM, "trochanter|trochanteric" },
    { RELATION_FORM, "acetabulum|acetabular" },
    { RELATION_FORM, "abdomen|abdominal" },
    { RELATION_FORM, "cranium|cranial" },
    { RELATION_FORM, "mandible|mandibular" },
    { RELATION_FORM, "arthritis|arthritic" },
    { RELATION_FORM, "neuropathy|neuropathic" },
    { RELATION_FORM, "osteoporosis|osteoporotic" },
    { RELATION_FORM, "fibrosis|fibrotic" },
    { RELATION_FORM, "sclerosis|sclerotic" },
    { RELATION_FORM, "stenosis|stenotic" },
    { RELATION_FORM, "paralysis|paralytic" },
    { RELATION_FORM, "edema|edematous" },
    { RELATION_FORM, "anaemia|anaemic" },
    { RELATION_FORM, "thrombosis|thrombotic" },
    { RELATION_FORM, "necrosis|necrotic" },
    { RELATION_FORM, "psoriasis|psoriatic" },
    { RELATION_FORM, "scoliosis|scoliotic" },
    { RELATION_FORM, "kyphosis|kyphotic" },
    { RELATION_FORM, "asthma|asthmatic" },
    { RELATION_FORM, "allergy|allergic" },
    { RELATION_FORM, "trauma|traumatic" },
    { RELATION_FORM, "inflammation|inflammatory|inflamed" },
    { RELATION_FORM, "pregnancy|pregnant" },
    { RELATION_FORM, "anxiety|anxious" },
    { RELATION_FORM, "anaesthesia|anaesthetic" },
    { RELATION_FORM, "bacteria|bacterial" },
    { RELATION_FORM, "virus|viral" },
    { RELATION_FORM, "urine|urinary" },
    { RELATION_FORM, "lymph|lymphatic" },
    { RELATION_FORM, "sensation|sensory" },
    { RELATION_FORM, "surgery|surgical" },
    { RELATION_FORM, "diagnosis|diagnostic|diagnose" },
    { RELATION_FORM, "prognosis|prognostic" },
    { RELATION_FORM, "therapy|therapeutic" },
    { RELATION_FORM, "chiropractic|chiropractor" },
    { RELATION_FORM, "prosthesis|prosthetic" },
    { RELATION_FORM, "orthosis|orthotic" },
    { RELATION_FORM, "strength|strengthen" },
    { RELATION_FORM, "swelling|swollen" },
    { RELATION_FORM, "torn|tear" },
};

enum { FAMILY_COUNT = sizeof FAMILIES / sizeof *FAMILIES };

/* The member from `*place` on; moves `*place` behind it.  Empty at the end. */
static palpate_view next_member(const char **place)
{
    palpate_view member = { *place, strcspn(*place, "|") };

    *place += member.size;
    *place += **place == '|';
    return member;
}

/* Lists the members that the words are not; false where they are none of the family. */
static bool list_others(struct family_names *out, const char *members,
        struct analyzer *analyzer, const struct query_word *words, uint32_t count)
{
    bool is_found = false;

    out->count = 0;
    for (palpate_view member = next_member(&members); member.size > 0;
            member = next_member(&members)) {
        if (terms_name(analyzer, member, words, count))
            is_found = true;
        else if (out->count < FAMILY_NAMES)
            out->items[out->count++] = member;
    }
    return is_found;
}

/* All members of a family start with one letter; "oedema" is told from "edema" later.
 */
static bool may_start(palpate_view folded, char letter)
{
    return folded.size > 1 && (folded.data[0] == letter || folded.data[1] == letter);
}

void families_find(struct family_names *out, struct analyzer *analyzer,
        const struct query_word *words, uint32_t count)
{
    for (size_t i = 0; count <= 2 && i < FAMILY_COUNT; i++) {
        if (!may_start(words[0].folded, FAMILIES[i].members[0]))
            continue;
        out->relation = FAMILIES[i].relation;
        if (list_others(out, FAMILIES[i].members, analyzer, words, count))
            return;
    }
    out->count = 0;
}

const char *family_at(size_t place)
{
    return place < FAMILY_COUNT ? FAMILIES[place].members : NULL;
}

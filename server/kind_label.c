#include "server/kind_label.h"

#include <string.h>

const struct kind_label KIND_LABEL[KIND_LABELS] = {
    { "red-flags", "Warning signs", true },
    { "contraindications", "When not to", true },
    { "definition", "What it is", false },
    { "symptoms", "Symptoms", false },
    { "causes", "Causes", false },
    { "diagnosis", "Diagnosis", false },
    { "treatment", "Treatment", false },
    { "exercises", "Exercises", false },
    { "evidence", "Evidence", false },
    { "recovery", "Recovery", false },
    { "faq", "Questions", false },
    { "comment", "Comments", false },
    { "other", "Other", false },
};

const struct kind_label *kind_label_of(palpate_view kind)
{
    for (size_t i = 0; i < KIND_LABELS - 1; i++)
        if (kind.size == strlen(KIND_LABEL[i].kind) &&
                memcmp(kind.data, KIND_LABEL[i].kind, kind.size) == 0)
            return &KIND_LABEL[i];
    return NULL;
}

bool kind_is_caution(palpate_view kind)
{
    const struct kind_label *label = kind_label_of(kind);

    return label != NULL && label->is_care;
}

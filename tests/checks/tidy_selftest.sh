#!/bin/sh
# tidy_selftest.sh SETTINGS FOLDER: with the settings of the project, clang-tidy 14 finds each
# planted fault, by the check that is named, and nothing in what is sound.  So the bounds of the
# analyzer are tested, too: some faults are at the end of loops, branches and calls.
set -eu
rm -rf "$2" && mkdir -p "$2" && cd "$2"
cp "$1" .clang-tidy
failures=0

# plant CHECK: the function on standard input has one fault, which CHECK finds.
plant()
{
    {
        printf '#include <math.h>\n#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n'
        printf '#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n\n'
        cat
    } >"$1.c"
}

plant sound <<'C'
size_t copy_of(char **copy, const char *text)
{
    size_t size = strlen(text) + 1;

    *copy = malloc(size);
    if (*copy == NULL)
        return 0;
    memcpy(*copy, text, size);
    return size;
}
C
plant clang-analyzer-core.NullDereference <<'C'
static bool find(const char **found, const char *text, char letter)
{
    for (; *text != '\0'; text++)
        if (*text == letter) {
            *found = text;
            return true;
        }
    return false;
}
char after(const char *text, char letter)
{
    const char *found = NULL;

    if (!find(&found, text, letter))
        (void)find(&found, text, ' ');
    return found[1];
}
C
# In one function with a thousand ways through it before the fault, and loops.
plant clang-analyzer-core.UndefinedBinaryOperatorResult <<'C'
int weight(const char *text, size_t size, const int *values)
{
    int best;
    int sum = 0;

    for (size_t i = 0; i < size; i++) {
        if (text[i] == 'a' || text[i] == 'e' || text[i] == 'i')
            sum += 1;
        if (text[i] >= 'A' && text[i] <= 'Z')
            sum += values[0] > 2 ? 3 : 4;
        if (values[1] > 4 && values[2] > 5 && values[3] > 6)
            sum -= 2;
    }
    if (sum > 3)
        best = sum;
    return best + 1;
}
C
plant clang-analyzer-core.uninitialized.Assign <<'C'
int copied(void)
{
    int from;
    int to = from;

    return to;
}
C
plant clang-analyzer-core.uninitialized.UndefReturn <<'C'
int returned(bool is_set)
{
    int value;

    if (is_set)
        value = 3;
    return value;
}
C
plant clang-analyzer-core.DivideZero <<'C'
int share(int all, int count)
{
    return count == 0 ? all / count : 0;
}
C
plant clang-analyzer-core.StackAddressEscape <<'C'
const char *name_of(int number)
{
    char name[8];

    (void)snprintf(name, sizeof name, "%d", number);
    const char *out = name;
    return out;
}
C
plant clang-analyzer-core.NonNullParamChecker <<'C'
__attribute__((nonnull)) void take(const char *text);
void give(const char *text)
{
    if (text == NULL)
        take(text);
}
C
plant clang-analyzer-core.CallAndMessage <<'C'
void take(int value);
void give(bool is_set)
{
    int value;

    if (is_set)
        value = 2;
    take(value);
}
C
plant clang-analyzer-deadcode.DeadStores <<'C'
int last(int value)
{
    int kept = value;

    kept = value + 1;
    kept = value + 2;
    return kept;
}
C
plant clang-analyzer-unix.Malloc <<'C'
static bool fill(char *text, size_t size, int from)
{
    for (size_t i = 0; i + 1 < size; i++) {
        if (from < 0 && i > 3)
            return false;
        text[i] = (char)(from + (int)i);
    }
    return size > 1;
}
int measure(size_t size, int from)
{
    char *text = malloc(size);

    if (text == NULL)
        return -1;
    if (!fill(text, size, from))
        return -2;
    text[size - 1] = '\0';
    int out = (int)strlen(text);
    free(text);
    return out;
}
C
plant clang-analyzer-unix.MallocSizeof <<'C'
double *numbers(size_t count)
{
    double *out = malloc(count * sizeof(char));

    return out;
}
C
plant clang-analyzer-security.FloatLoopCounter <<'C'
int count(void)
{
    int out = 0;

    for (float at = 0.1F; at < 1.0F; at += 0.1F)
        out++;
    return out;
}
C
plant bugprone-sizeof-expression <<'C'
size_t size_of(const char *text)
{
    return sizeof(text) / sizeof(*text);
}
C
plant bugprone-suspicious-string-compare <<'C'
bool is_same(const char *a, const char *b)
{
    if (strcmp(a, b))
        return false;
    return true;
}
C
plant bugprone-branch-clone <<'C'
int value_of(int kind)
{
    if (kind > 3)
        return 1;
    else
        return 1;
}
C
plant bugprone-infinite-loop <<'C'
int wait_for(int value)
{
    int i = 0;

    while (i < 10)
        value++;
    return value;
}
C
plant bugprone-narrowing-conversions <<'C'
int rounded(double value)
{
    int out = 0;

    out += value;
    return out;
}
C
plant cert-err34-c <<'C'
int number(const char *text)
{
    return atoi(text);
}
C
plant misc-redundant-expression <<'C'
bool is_good(int value)
{
    return value > 3 && value > 3;
}
C
plant misc-unused-parameters <<'C'
static int first(int value, int other)
{
    return value;
}
int both(void)
{
    return first(1, 2);
}
C
plant performance-no-int-to-ptr <<'C'
void *pointer(uintptr_t value)
{
    return (void *)value;
}
C
plant readability-braces-around-statements <<'C'
int sum(const int *values, int count)
{
    int out = 0;

    for (int i = 0; i < count; i++)
        if (values[i] > 0) {
            out += 1;
            out += 2;
            out += 3;
        } else {
            out -= 1;
        }
    return out;
}
C
plant readability-else-after-return <<'C'
int sign(int value)
{
    if (value > 0) {
        return 1;
    } else {
        value += 2;
    }
    return value;
}
C
plant readability-function-size <<'C'
int sum(int a, int b, int c, int d, int e, int f, int g, int h)
{
    return a + b + c + d + e + f + g + h;
}
C
plant readability-function-cognitive-complexity <<'C'
int count(const int *values, int size)
{
    int out = 0;

    for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
            if (values[j] > 1) {
                out += values[i] > 2 && values[j] > 3 ? 2 : 3;
            }
            if (values[j] < 0 || values[i] < 9) {
                out += values[i] < 2 || values[j] < 3 ? 2 : 3;
            }
        }
    }
    return out;
}
C
plant readability-identifier-naming <<'C'
int NumberOf(int value)
{
    return value;
}
C
plant readability-inconsistent-declaration-parameter-name <<'C'
int same(int first);
int same(int second)
{
    return second;
}
C
plant readability-misleading-indentation <<'C'
int sign(int value)
{
    int out = 0;

    if (value > 0)
        out = 1;
        out += 2;
    return out;
}
C
plant readability-non-const-parameter <<'C'
int first(int *values)
{
    return *values;
}
C
plant readability-redundant-control-flow <<'C'
void take(int *value)
{
    *value = 1;
    return;
}
C

clang-tidy-14 --quiet ./*.c -- -std=c17 >found 2>/dev/null || true
! grep '/sound[.]c:' found || { echo "a sound file was refused"; failures=1; }
rm sound.c
for file in ./*.c; do
    check=${file#./} && check=${check%.c}
    grep -F "/$check.c:" found | grep -qF "[$check," || {
        echo "not found: $check"
        grep -F "/$check.c:" found || true
        failures=1
    }
done
[ $failures = 0 ]

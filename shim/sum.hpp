// Terms that each add to the weight of a document, read together.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>
#include <xapian.h>

#include "shim/deadline.hpp"

namespace xc {

// Weighs as an OR of the terms does.  An OR is a tree of pairs, and what it finds goes
// up from branch to branch; where most postings have to be read anyway it is faster to
// read them term by term and add their weights up, for a window of documents at a time.
class impact_sum : public Xapian::PostingSource {
  public:
    struct addend {
        std::string term;
        double weight; // of each count of its wdf
    };

  private:
    enum : Xapian::docid { WINDOW = 4096, WORD = 64 };

    struct list {
        Xapian::PostingIterator at;
        Xapian::docid next; // where it stands; NONE at its end
        double weight;
    };

    static constexpr Xapian::docid NONE = ~Xapian::docid{ 0 };

    const std::vector<addend> addends;
    const double most_wdf;
    deadline *const *const until;
    std::vector<list> lists;
    std::vector<double> sums;
    std::vector<uint64_t> has; // a bit for each document of the window with a term
    Xapian::docid start = 0;   // of the window
    Xapian::docid end = 0;     // behind it
    Xapian::docid here = 0;
    Xapian::doccount documents = 0;

    static Xapian::docid place_of(const Xapian::PostingIterator &at)
    {
        return at == Xapian::PostingIterator() ? NONE : *at;
    }

    void add(list &from)
    {
        while (from.next < end) {
            const Xapian::docid place = from.next - start;
            sums[place] += from.weight * from.at.get_wdf();
            has[place / WORD] |= uint64_t{ 1 } << place % WORD;
            ++from.at;
            from.next = place_of(from.at);
        }
    }

    // Reads the next window, which starts with the first document that any list has.
    // False at the end of all.
    bool read_window()
    {
        Xapian::docid first = NONE;

        for (const auto &one : lists)
            first = std::min(first, one.next);
        if (first == NONE)
            return false;
        start = first;
        end = NONE - start < WINDOW ? NONE : start + WINDOW;
        std::fill(sums.begin(), sums.end(), 0);
        std::fill(has.begin(), has.end(), 0);
        for (auto &one : lists) {
            if (*until != nullptr)
                (*until)->check();
            add(one);
        }
        return true;
    }

    // The first document of the window with a term, from `place` on; `end` for none.
    Xapian::docid first_from(Xapian::docid place) const
    {
        while (place < end) {
            const Xapian::docid bit = (place - start) % WORD;
            const uint64_t left = has[(place - start) / WORD] >> bit;
            if (left != 0)
                return place + static_cast<Xapian::docid>(__builtin_ctzll(left));
            place += WORD - bit;
        }
        return end;
    }

    // Goes to the first document from `place` on that weighs enough.
    void find(Xapian::docid place, double least)
    {
        for (;;) {
            here = first_from(place);
            if (here < end && sums[here - start] >= least)
                return;
            place = here + 1;
            if (here < end)
                continue;
            if (!read_window()) {
                here = NONE;
                return;
            }
            place = start;
        }
    }

  public:
    impact_sum(std::vector<addend> terms, double most, deadline *const *when)
        : addends(std::move(terms)), most_wdf(most), until(when)
    {
    }

    impact_sum *clone() const override
    {
        return new impact_sum(addends, most_wdf, until);
    }

    void init(const Xapian::Database &database) override
    {
        double most = 0;

        lists.clear();
        for (const auto &one : addends) {
            auto at = database.postlist_begin(one.term);
            if (at == Xapian::PostingIterator())
                continue;
            lists.push_back({ at, *at, one.weight });
            most += one.weight * most_wdf;
        }
        sums.assign(WINDOW, 0);
        has.assign(WINDOW / WORD, 0);
        start = end = here = 0;
        documents = database.get_doccount();
        set_maxweight(most);
    }

    Xapian::doccount get_termfreq_min() const override
    {
        return 0;
    }

    Xapian::doccount get_termfreq_est() const override
    {
        return documents;
    }

    Xapian::doccount get_termfreq_max() const override
    {
        return documents;
    }

    double get_weight() const override
    {
        return sums[here - start];
    }

    Xapian::docid get_docid() const override
    {
        return here;
    }

    bool at_end() const override
    {
        return here == NONE;
    }

    void next(double least) override
    {
        find(here + 1, least);
    }

    void skip_to(Xapian::docid place, double least) override
    {
        if (place <= here)
            return;
        for (auto &one : lists) {
            if (place < end || one.next >= place)
                continue;
            one.at.skip_to(place);
            one.next = place_of(one.at);
        }
        find(place, least);
    }
};

} // namespace xc

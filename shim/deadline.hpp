// A point in time that a search may not outlast.
#pragma once

#include <chrono>
#include <cstdint>

#include "shim/guard.hpp"

namespace xc {

// Looks at the clock once in that many calls: a look costs as much as weighing
// a few documents.
class deadline {
    using clock = std::chrono::steady_clock;

    clock::time_point end;
    bool is_set;
    unsigned asked = 0;

  public:
    explicit deadline(uint64_t us) : end(clock::now()), is_set(us != 0)
    {
        // What is further away than a day is never reached.
        static const uint64_t DAY = uint64_t{ 24 } * 3600 * 1000 * 1000;
        end += std::chrono::microseconds(std::min(us, DAY));
    }

    void check()
    {
        enum { TIMES_A_LOOK = 64 };
        if (is_set && asked++ % TIMES_A_LOOK == 0 && clock::now() >= end)
            throw deadline_passed();
    }

    bool exists() const
    {
        return is_set;
    }
};

} // namespace xc

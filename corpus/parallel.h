// Work on the elements of a list by several threads. What is done for one element must not depend
// on the others, so that the result does not depend on the number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <system_error>
#include <thread>
#include <vector>

namespace gongkai {

// Calls work(begin, end) for stretches that together are [0, count), each at most `stride` long;
// each begins at a multiple of `stride`. The calling thread works, too; where the system gives no
// more threads, those that are there do.
inline void ForStretches(std::size_t count, std::size_t stride, int threads,
                         const std::function<void(std::size_t, std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto take = [&] {
    for (std::size_t begin; (begin = next.fetch_add(stride)) < count;) {
      work(begin, std::min(begin + stride, count));
    }
  };
  const auto wanted = static_cast<std::size_t>(std::max(threads, 1));
  std::vector<std::thread> others;
  try {
    while (others.size() + 1 < std::min(wanted, count / stride + 1)) others.emplace_back(take);
  } catch (const std::system_error&) {
  }
  take();
  for (std::thread& other : others) other.join();
}

}  // namespace gongkai

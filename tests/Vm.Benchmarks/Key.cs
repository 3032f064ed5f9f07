using System.Runtime.InteropServices;
using Vm.Resident;

namespace Vm.Benchmarks;

/// <summary>A key of the table and the page under it, as <c>native/chain.c</c> lays it out.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct Key(ulong Offset, ObjectId Object, PageId Page);

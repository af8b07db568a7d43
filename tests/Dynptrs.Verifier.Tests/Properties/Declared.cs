using System;
using System.Collections.Generic;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Variables of one type, each declared when it is first named.</summary>
/// <param name="declare">Declares the variable with an index.</param>
internal sealed class Declared<T>(Func<int, T> declare)
{
    private readonly Dictionary<int, T> _known = [];

    public T this[int index]
    {
        get
        {
            if (!_known.TryGetValue(index, out var known))
                _known.Add(index, known = declare(index));
            return known;
        }
    }
}

using System;
using Dynptrs.Agreement;
using Dynptrs.Agreement.Comparing;

if (AgreementOptions.TryParse(args) is not { } options)
{
    Console.Error.WriteLine(AgreementOptions.Usage);
    return 2;
}

return (int)new Campaign(options).Run();

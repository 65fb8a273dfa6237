namespace System.Text;

public class ASCIIEncoding : SingleByteEncoding
{
    public ASCIIEncoding()
        : base('\x7F')
    {
    }

    public override string WebName => "us-ascii";

    public override int CodePage => 20127;

    public override string EncodingName => "US-ASCII";
}

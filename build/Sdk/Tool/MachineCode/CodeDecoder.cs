using Iced.Intel;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>Decodes instructions of an image, anywhere in its code.</summary>
internal sealed class CodeDecoder
{
    private readonly CodeImage _image;
    private readonly Source _source = new();
    private readonly Decoder _decoder;

    public CodeDecoder(CodeImage image)
    {
        _image = image;
        _decoder = Decoder.Create(64, _source);
    }

    /// <summary>The instruction at an address: an invalid one where there is no code.</summary>
    public Instruction At(ulong address)
    {
        if (_decoder.IP != address || _source.IsAtEnd)
        {
            _source.Restart(_image.CodeFrom(address));
            _decoder.IP = address;
        }

        _decoder.Decode(out var instruction);
        return instruction;
    }

    private sealed class Source : CodeReader
    {
        private ReadOnlyMemory<byte> _bytes;
        private int _position;

        public bool IsAtEnd => _position >= _bytes.Length;

        public void Restart(ReadOnlyMemory<byte> bytes)
        {
            _bytes = bytes;
            _position = 0;
        }

        public override int ReadByte() => IsAtEnd ? -1 : _bytes.Span[_position++];
    }
}

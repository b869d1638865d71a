"""Fine-tuning on figures that the compiler has verified."""

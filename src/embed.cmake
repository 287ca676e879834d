# Takes FILE into the program as the bytes from SYMBOL to SYMBOL_end: appends what the assembler needs and what C++ needs
# to the variables of these names. SYMBOL must name the content, for compiler caches can't see through .incbin.
function(cotejo_embed file symbol into_assembly into_declarations)
  string(APPEND ${into_assembly}
    "asm(\".section .rodata\\n.balign 16\\n.hidden ${symbol}\\n.globl ${symbol}\\n${symbol}:\\n\"\n"
    "    \".incbin \\\"${file}\\\"\\n\"\n"
    "    \".hidden ${symbol}_end\\n.globl ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.text\\n\");\n")
  string(APPEND ${into_declarations} "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
  set(${into_assembly} "${${into_assembly}}" PARENT_SCOPE)
  set(${into_declarations} "${${into_declarations}}" PARENT_SCOPE)
endfunction()

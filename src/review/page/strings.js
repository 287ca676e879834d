// Everything the page says: [English, Spanish], with {1} {2} for what is put in.
const table = {
  ladder: ['The ladder: source, target and findings', 'La escalera: original, traducción y hallazgos'],
  number: ['No.', 'N.º'],
  bead: ['Pair', 'Par'],
  bead_explained: ['Source sentences to target sentences: {1} to {2}', 'Oraciones del original y de la traducción: {1} a {2}'],
  findings: ['Findings', 'Hallazgos'],
  percent: ['{1}%', '{1} %'],
  sure: ['The aligner is {1} sure of this pair', 'El alineador está seguro de este par al {1}'],
  moved: ['moved', 'movido'],
  moved_explained: ['This passage stands elsewhere in the other edition', 'Este pasaje está en otro lugar en la otra edición'],
  no_counterpart: ['no counterpart', 'sin correspondencia'],
  show_whole: ['Show all {1} characters', 'Mostrar los {1} caracteres'],
  progress: ['{1} of {2} confirmed', '{1} de {2} confirmados'],
  toolbar: ['Tools', 'Herramientas'],
  source: ['source', 'original'],
  target: ['target', 'traducción'],

  undo: ['Undo', 'Deshacer'],
  redo: ['Redo', 'Rehacer'],
  merge: ['Merge with the next row', 'Unir con la fila siguiente'],
  split: ['Split at the cursor', 'Dividir en el cursor'],
  link: ['Link with the nearest row that lacks the other side', 'Enlazar con la fila más cercana a la que le falta el otro lado'],
  unlink: ['Unlink: each side a row of its own', 'Desenlazar: cada lado en su propia fila'],
  up: ['Move the first sentence to the row above', 'Pasar la primera oración a la fila de arriba'],
  down: ['Move the last sentence to the row below', 'Pasar la última oración a la fila de abajo'],
  take: ['Take the first sentence of the row below', 'Traer la primera oración de la fila de abajo'],
  edit: ['Edit the text', 'Editar el texto'],
  confirm: ['Confirm', 'Confirmar'],
  confirm_next: ['Confirm and go to the next row', 'Confirmar y pasar a la fila siguiente'],
  review: ['Mark for review', 'Marcar para revisión'],
  bookmark: ['Bookmark', 'Marcador'],
  until: ['Confirm everything up to here', 'Confirmar todo hasta aquí'],
  realign: ['Realign what lies between confirmed rows', 'Realinear lo que queda entre filas confirmadas'],
  dismiss: ['Dismiss the finding for good', 'Descartar el hallazgo para siempre'],
  restore: ['Bring the finding back', 'Recuperar el hallazgo'],
  dismissed: ['Show dismissed findings', 'Mostrar los hallazgos descartados'],
  search: ['Search', 'Buscar'],
  export: ['Export', 'Exportar'],
  keys: ['Keys', 'Teclas'],
  close: ['Close', 'Cerrar'],

  go: ['Go to', 'Ir a'],
  previous: ['Previous: {1}', 'Anterior: {1}'],
  next: ['Next: {1}', 'Siguiente: {1}'],
  sought_doubtful: ['doubtful pair', 'par dudoso'],
  sought_uneven: ['pair that isn’t 1–1', 'par que no es 1–1'],
  sought_unaligned: ['sentence without counterpart', 'oración sin correspondencia'],
  sought_finding: ['finding', 'hallazgo'],
  sought_bookmark: ['bookmark', 'marcador'],
  sought_review: ['row for review', 'fila para revisión'],
  found_none: ['There is none: {1}', 'No hay: {1}'],

  state_open: ['not confirmed', 'sin confirmar'],
  state_confirmed: ['confirmed', 'confirmada'],
  state_review: ['for review', 'para revisión'],

  keys_move: ['Moving about', 'Moverse'],
  keys_rows: ['Rows', 'Filas'],
  keys_words: ['Text and state', 'Texto y estado'],
  keys_while_editing: ['While editing', 'Al editar'],
  keys_all: ['All of it', 'Todo'],
  key_up_down: ['Row above, row below', 'Fila de arriba, fila de abajo'],
  key_left_right: ['Source, target, findings', 'Original, traducción, hallazgos'],
  key_page: ['A page up, a page down', 'Una página arriba, una página abajo'],
  key_home_end: ['First row, last row', 'Primera fila, última fila'],
  key_next: ['Next (with Shift: previous)', 'Siguiente (con Mayús: anterior)'],
  key_match: ['Next match (with Shift: previous)', 'Siguiente coincidencia (con Mayús: anterior)'],
  key_save: ['Save', 'Guardar'],
  key_save_next: ['Save, confirm, next row', 'Guardar, confirmar, fila siguiente'],
  key_leave: ['Leave without saving', 'Salir sin guardar'],
  key_tab: ['Save, next or previous sentence', 'Guardar, oración siguiente o anterior'],
  key_split_here: ['Save and split at the cursor', 'Guardar y dividir en el cursor'],
  key_Enter: ['Enter', 'Intro'],
  key_Escape: ['Esc', 'Esc'],
  key_Tab: ['Tab', 'Tab'],
  key_Shift: ['Shift', 'Mayús'],
  key_Ctrl: ['Ctrl', 'Ctrl'],
  key_Alt: ['Alt', 'Alt'],
  key_Space: ['Space', 'Espacio'],
  key_Delete: ['Del', 'Supr'],
  key_Home: ['Home', 'Inicio'],
  key_End: ['End', 'Fin'],
  key_PageUp: ['PgUp', 'RePág'],
  key_PageDown: ['PgDn', 'AvPág'],

  split_hint: ['← → choose the place, Enter splits, Esc leaves', '← → eligen el lugar, Intro divide, Esc sale'],
  nothing_to_split: ['There is nothing to split here', 'Aquí no hay nada que dividir'],
  nothing_to_link: ['No row near this one lacks the other side', 'A ninguna fila cercana le falta el otro lado'],
  no_finding: ['This row has no finding', 'Esta fila no tiene hallazgos'],
  editing: ['Text of row {1}, {2}', 'Texto de la fila {1}, {2}'],
  unsaved: ['not saved yet', 'aún sin guardar'],
  realigning: ['Realigning …', 'Realineando…'],
  done: ['Done: {1}', 'Hecho: {1}'],

  search_pattern: ['Regular expression', 'Expresión regular'],
  search_where: ['In', 'En'],
  search_both: ['both sides', 'ambos lados'],
  search_case: ['Match case', 'Distinguir mayúsculas'],
  search_count: ['{1} of {2}', '{1} de {2}'],
  search_none: ['No match', 'Sin coincidencias'],
  search_many: ['{1} of the first {2}', '{1} de las primeras {2}'],
  search_bad: ['Not a regular expression: {1}', 'No es una expresión regular: {1}'],
  search_slow: ['This pattern takes too long; make it simpler', 'Este patrón tarda demasiado; simplifíquelo'],
  next_match: ['Next match', 'Coincidencia siguiente'],
  previous_match: ['Previous match', 'Coincidencia anterior'],

  export_format: ['Format', 'Formato'],
  export_tmx: ['TMX, a translation memory', 'TMX, una memoria de traducción'],
  export_xliff: ['XLIFF, a document for a translation editor', 'XLIFF, un documento para un editor de traducción'],
  export_tsv: ['TSV, a spreadsheet', 'TSV, una hoja de cálculo'],
  export_html: ['HTML, a page to read', 'HTML, una página para leer'],
  export_rows: ['Rows', 'Filas'],
  export_all: ['all', 'todas'],
  export_confirmed: ['only confirmed ones ({1})', 'solo las confirmadas ({1})'],
  export_save: ['Save the file', 'Guardar el archivo'],
  memory_title: ['Send confirmed rows to a memory', 'Enviar las filas confirmadas a una memoria'],
  memory_where: ['Memory (a file, or an address of PostgreSQL)', 'Memoria (un archivo o una dirección de PostgreSQL)'],
  memory_send: ['Send', 'Enviar'],
  memory_sent: ['Sent: {1} new, {2} updated, {3} already there', 'Enviadas: {1} nuevas, {2} actualizadas, {3} ya estaban'],

  loading: ['Opening the project …', 'Abriendo el proyecto…'],
  gone: ['The editor’s server doesn’t answer. Everything up to your last act is in the project file, and what you type stays here; start cotejo review --serve again.', 'El servidor del editor no responde. Todo hasta su última acción está en el archivo del proyecto, y lo que escriba se queda aquí; vuelva a iniciar cotejo review --serve.'],
  back: ['The server answers again', 'El servidor vuelve a responder'],
  not_done: ['Not done: the server doesn’t answer', 'No se ha hecho: el servidor no responde'],
  forbidden: ['This page has no permission to open the project. Open the address that cotejo review printed.', 'Esta página no tiene permiso para abrir el proyecto. Abra la dirección que mostró cotejo review.'],
  failed: ['That didn’t work', 'No ha funcionado'],
  elsewhere: ['Changed in another window: row {1}', 'Cambiada en otra ventana: fila {1}'],
  elsewhere_many: ['Changed in another window: {1} rows', 'Cambiadas en otra ventana: {1} filas'],
  conflict: ['Row {1} was changed in another window meanwhile, so nothing was done. It is shown as it is now; try again if you still want to.', 'La fila {1} ha cambiado entretanto en otra ventana, así que no se ha hecho nada. Se muestra como está ahora; inténtelo de nuevo si aún quiere.'],
  conflict_text: ['Changed in another window meanwhile. It now reads:', 'Ha cambiado entretanto en otra ventana. Ahora dice:'],
  conflict_choice: ['Enter saves yours over it, Esc keeps theirs.', 'Intro guarda lo suyo encima; Esc conserva lo ajeno.'],
  homeless: ['The sentence you were typing in is gone, changed in another window. You had typed:', 'La oración que estaba escribiendo ya no existe: ha cambiado en otra ventana. Había escrito:'],

  severity_neutral: ['note', 'nota'],
  severity_minor: ['minor', 'leve'],
  severity_major: ['major', 'grave'],
  severity_critical: ['critical', 'crítico'],
  kind_omission: ['Omission', 'Omisión'],
  kind_addition: ['Addition', 'Adición'],
  kind_number: ['Number', 'Número'],
  kind_date: ['Date', 'Fecha'],
  kind_time: ['Time', 'Hora'],
  kind_currency: ['Currency', 'Moneda'],
  kind_unit: ['Unit', 'Unidad'],
  kind_entity: ['Name', 'Nombre'],
  kind_negation: ['Negation', 'Negación'],
  kind_untranslated: ['Untranslated', 'Sin traducir'],
  kind_quotation: ['Quotation', 'Cita'],
  kind_mistranslation: ['Mistranslation', 'Error de traducción'],
  kind_terminology: ['Terminology', 'Terminología'],
  kind_order: ['Order', 'Orden'],
  'kind_doubled-word': ['Doubled word', 'Palabra repetida'],
  kind_punctuation: ['Punctuation', 'Puntuación'],
  kind_whitespace: ['Spacing', 'Espaciado'],
  kind_encoding: ['Encoding', 'Codificación'],
  kind_language: ['Language', 'Idioma'],
};

let column = 0;

/** Chooses the language of the page: "en" or "es". */
export function speak(language) {
  column = language === 'es' ? 1 : 0;
  document.documentElement.lang = column ? 'es' : 'en';
}

/** What the page says by that name; names unknown to it stand for themselves. */
export function t(name, ...values) {
  const text = table[name]?.[column] ?? name.replace(/^[a-z]+_/, '');
  return text.replace(/\{(\d)\}/g, (_, n) => String(values[n - 1]));
}

/** A number as people of the page's language write it. */
export const count = (value) => value.toLocaleString(document.documentElement.lang);

/** "Spanish", "español": what people call the language with this code. */
export function language_name(code) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], {type: 'language'}).of(code);
  } catch {
    return code;
  }
}

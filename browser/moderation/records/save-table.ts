/** Has the browser save a file. The mark in front tells spreadsheets that it is UTF-8. */
export const saveTable = (name: string, table: string): void => {
  const url = URL.createObjectURL(new Blob(['\uFEFF', table], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
};

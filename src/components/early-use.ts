/**
 * Whether somebody has changed a control of the page as it came. Scripts come later than the page
 * does, on a slow line much later: what was typed or chosen before them is to stay.
 */
export function isUsed(control: HTMLInputElement | HTMLSelectElement): boolean {
  if (control instanceof HTMLSelectElement) {
    const own = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
    return control.selectedIndex !== Math.max(own, 0);
  }
  return control.type === 'checkbox'
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}
